namespace Plenum.Cluster.Draws;

/// <summary>What is to be drawn, in texts and numbers alone.</summary>
/// <param name="Bundle">The digest of the project's files.</param>
/// <param name="Program">The program that asks; silos must be of the same version.</param>
/// <param name="Digest">The digest of the run as the asking program prepared it; a silo must come to the same.</param>
/// <param name="Variants">The variants that are switched on.</param>
/// <param name="Scenario">The scenario around which draws are taken; null for the baseline.</param>
/// <param name="Given">The names of scenario files from outside the project.</param>
/// <param name="Horizon">Periods of a draw.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Bootstraps">Whether innovations are drawn from history in blocks.</param>
/// <param name="With">Parts of the uncertainty that are drawn besides those of the project's plan, by name.</param>
/// <param name="Without">Parts that are not drawn.</param>
/// <param name="Variables">The variables whose values are kept.</param>
/// <param name="Conditions">The statements whose frequency is counted.</param>
/// <param name="Holding">The statements that hold in every draw that is shown.</param>
/// <param name="Risks">What may happen.</param>
[GenerateSerializer, Immutable]
public sealed record DrawJob(
    string Bundle, string Program, string Digest, string[] Variants, string? Scenario, string[] Given, int Horizon, ulong Seed,
    bool Bootstraps, string[] With, string[] Without, string[] Variables, string[] Conditions, string[] Holding, string[] Risks);

/// <summary>What a silo answers to a range of draws.</summary>
/// <param name="Silo">The silo.</param>
/// <param name="First">The number of the first draw.</param>
/// <param name="Count">How many.</param>
/// <param name="Values">The tracked values as the bytes of their binary64 numbers, the lowest byte first.</param>
/// <param name="Events">Whether each condition holds.</param>
/// <param name="Failures">The draws that could not be solved, as JSON.</param>
/// <param name="Lacks">Whether the silo does not have the project's files yet; it has taken no draw then.</param>
/// <param name="ProblemCode">The code of what keeps the silo from taking part; null where nothing does.</param>
/// <param name="Problem">What it is.</param>
[GenerateSerializer, Immutable]
public sealed record RangeAnswer(string Silo, int First, int Count, byte[] Values, bool[] Events, byte[] Failures, bool Lacks, string? ProblemCode, string? Problem);
