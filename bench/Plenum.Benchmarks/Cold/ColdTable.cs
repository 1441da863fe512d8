namespace Plenum.Benchmarks.Cold;

/// <summary>How long does a user wait, from an empty process to an answer?</summary>
internal static class ColdTable
{
    private const int Runs = 15;

    private static readonly string s_root = Repository.Root;

    /// <summary>Starts every program in turn, again and again, so that whatever else the machine does meets all alike.</summary>
    public static ResultTable Measure()
    {
        Console.Error.WriteLine("publishing...");
        string published = Publish();
        var nothing = new ChildProcess(published, ["nothing"], s_root);
        var compile = new ColdStages(new ChildProcess(published, ["cold-compile"], s_root));
        var uncompiled = new ColdStages(new ChildProcess(Environment.ProcessPath!, ["cold-compile"], s_root));
        var product = new ChildProcess(Path.Combine(s_root, "plenum"), [], ChinaCase.Folder);
        product.Run();
        var (floor, answer) = (new Sample(), new Sample());
        Console.Error.WriteLine("starting cold...");
        for (int run = 0; run < Runs; run++)
        {
            floor.Add(nothing.Run().Milliseconds);
            compile.Run();
            uncompiled.Run();
            answer.Add(product.Run().Milliseconds);
        }

        return Table(floor, compile, uncompiled, answer);
    }

    private static ResultTable Table(Sample floor, ColdStages compile, ColdStages uncompiled, Sample answer)
    {
        var table = new ResultTable("cold", "From an empty process to an answer",
            Text.Of($"Each line is {Runs} processes, started in turn; milliseconds. The stages take the China model from its text to the solution of one quarter, once, in a fresh process. The ratio is that of the medians: to the same program without ahead-of-time compilation (ReadyToRun) for a stage, to a process that does nothing for a whole process."),
            ["step", "min", "median", "max", "of which compiling", "methods compiled", "rival's median", "ratio"]);
        for (int stage = 0; stage < ColdCompile.Stages.Count; stage++) { AddStage(ColdCompile.Stages[stage].Name, compile.Stages[stage], uncompiled.Stages[stage]); }
        AddStage("**parse to kernels**", compile.Compiling, uncompiled.Compiling);
        Add("process that does nothing", floor, floor, "", "");
        Add("process of all stages", compile.Whole, floor, "", "");
        Add("**`./plenum` in models/china**", answer, floor, "", "");
        table.Notes.Add("Wanted: parse to kernels in at most 400 ms; `./plenum`, which solves the baseline and the headline scenarios, in at most 1,000 ms.");
        return table;

        void AddStage(string name, ColdStage ours, ColdStage rival) => Add(name, ours.Time, rival.Time, Text.Milliseconds(ours.Compilation.Median), Text.Of($"{ours.Methods.Median:N0}"));

        void Add(string name, Sample ours, Sample rival, string compilation, string methods) =>
            table.Add(name, Text.Milliseconds(ours.Min), Text.Milliseconds(ours.Median), Text.Milliseconds(ours.Max), compilation, methods, Text.Milliseconds(rival.Median), Text.Digits(ours.Median / rival.Median));
    }

    private static string Publish()
    {
        string folder = Path.Combine(s_root, "artifacts", "bench");
        string project = Path.Combine(s_root, "bench", "Plenum.Benchmarks");
        new ChildProcess(Path.Combine(ChildProcess.DotnetRoot, "dotnet"), ["publish", project, "-c", "Release", "-p:PublishReadyToRun=true", "-o", folder, "--nologo"], s_root).Run();
        return Path.Combine(folder, Path.GetFileName(Environment.ProcessPath!));
    }
}
