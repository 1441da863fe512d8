using System.Diagnostics;
using Plenum.Cluster;

namespace Plenum.Tests.Cluster;

/// <summary>A PostgreSQL server of the test's own, in a folder that is removed in the end; it asks for a password.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "keeper";
    private const string Password = "a secret of silos";
    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly string _programs;

    private PostgresServer(DirectoryInfo folder, Process process, string programs, int port) => (_folder, _process, _programs, Address) = (folder, process, programs, $"postgres://127.0.0.1:{port}/postgres");

    public string Address { get; }

    /// <summary>Who may connect.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string> { [ClusterAddress.UserVariable] = User, [ClusterAddress.PasswordVariable] = Password };

    /// <summary>Starts a server; null where none is installed.</summary>
    public static PostgresServer? TryStart()
    {
        if (Programs() is not { } programs) { return null; }
        var folder = Directory.CreateTempSubdirectory("plenum-postgres-");
        string secret = Path.Combine(folder.FullName, "secret"), data = Path.Combine(folder.FullName, "data");
        File.WriteAllText(secret, Password);
        if (IsRoot) { Finish(Process.Start("chown", ["-R", Owner, folder.FullName]), "chown"); }
        Finish(Start(programs, "initdb", "-D", data, "-U", User, "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale", "C", "--no-sync"), "initdb");
        int port = Silos.FreePorts(1)[0];
        var process = Start(programs, "postgres", "-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off");
        Listening.Await(port, process, "postgres");
        return new PostgresServer(folder, process, programs, port);
    }

    public void Dispose()
    {
        using var stop = Start(_programs, "pg_ctl", "stop", "-D", Path.Combine(_folder.FullName, "data"), "-m", "immediate");
        stop.WaitForExit();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static bool IsRoot => System.Environment.IsPrivilegedProcess;

    /// <summary>Who runs it in place of root, whom it refuses.</summary>
    private static string Owner => File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>The folder of its programs: that of Debian's newest version, or one in the path.</summary>
    private static string? Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderByDescending(v => int.TryParse(Path.GetFileName(v), out int n) ? n : 0).Select(v => Path.Combine(v, "bin")) : [];
        return versions.Concat((System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")));
    }

    private static Process Start(string programs, string program, params string[] args)
    {
        string[] command = [Path.Combine(programs, program), .. args];
        string[] whole = IsRoot ? ["setpriv", "--reuid", Owner, "--regid", "nogroup", "--clear-groups", .. command] : command;
        return Process.Start(new ProcessStartInfo(whole[0], whole[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
    }

    private static void Finish(Process process, string name)
    {
        using (process)
        {
            var error = process.StartInfo.RedirectStandardError ? process.StandardError.ReadToEndAsync() : Task.FromResult("");
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}: {error.Result}");
        }
    }
}
