namespace Plenum.Engine.Ensembles;

/// <summary>Draws that follow one another.</summary>
/// <param name="First">The number of the first, from 0.</param>
/// <param name="Count">How many.</param>
public readonly record struct DrawRange(int First, int Count)
{
    /// <summary>One past the last.</summary>
    public int End => First + Count;

    /// <summary>Cuts the range where the numbers of draws are multiples of <paramref name="most"/>, so that no part is longer and the parts of two runs are alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public IEnumerable<DrawRange> Split(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Parts(First, End, most);

        static IEnumerable<DrawRange> Parts(int first, int end, int most)
        {
            for (int next; first < end; first = next)
            {
                next = (int)Math.Min(end, ((long)(first / most) + 1) * most);
                yield return new DrawRange(first, next - first);
            }
        }
    }
}
