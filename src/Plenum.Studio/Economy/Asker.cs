namespace Plenum.Studio.Economy;

/// <summary>Whoever asks for a long run.</summary>
/// <param name="Owner">A page, or the address of a program.</param>
/// <param name="Ahead">Told how many runs are ahead whenever that changes, and 0 when the turn has come; it must not wait.</param>
public sealed record Asker(string Owner, Action<int> Ahead);
