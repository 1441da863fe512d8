using Plenum.Engine.Ensembles;
using Plenum.Language.Diagnostics;

namespace Plenum.Workspace.Runs;

/// <summary>A draw that could not be solved, in texts and numbers alone, to be kept or sent.</summary>
/// <param name="Draw">The number of the draw, from 0.</param>
/// <param name="Code">The code of the reason.</param>
/// <param name="Message">The reason.</param>
/// <param name="File">The place of the model's file among the project's; -1 where the reason belongs to no place.</param>
/// <param name="Start">Where in the file it begins.</param>
/// <param name="Length">How long the place is.</param>
/// <param name="Why">The rule behind it.</param>
/// <param name="Help">What mends it.</param>
public sealed record FailureText(int Draw, string Code, string Message, int File, int Start, int Length, string? Why, string? Help)
{
    /// <summary>Writes a failure down.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="files">The model's files.</param>
    public static FailureText Of(DrawFailure failure, IReadOnlyList<SourceText> files)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(files);
        var reason = failure.Reason;
        int file = reason.Span is { } span ? files.TakeWhile(f => f != span.Source).Count() : -1;
        return file < 0 || file == files.Count
            ? new FailureText(failure.Draw, reason.Code, reason.Message, -1, 0, 0, reason.Why, reason.Help)
            : new FailureText(failure.Draw, reason.Code, reason.Message, file, reason.Span!.Value.Start, reason.Span.Value.Length, reason.Why, reason.Help);
    }

    /// <summary>Reads it back, with its place in the model's files.</summary>
    /// <param name="files">The model's files.</param>
    public DrawFailure ToFailure(IReadOnlyList<SourceText> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        bool isPlaced = File >= 0 && File < files.Count && Start >= 0 && Length >= 0 && (long)Start + Length <= files[File].Text.Length;
        SourceSpan? span = isPlaced ? new SourceSpan(files[File], Start, Length) : null;
        return new DrawFailure(Draw, Diagnostic.Error(Code, Message, span, Why, Help));
    }
}
