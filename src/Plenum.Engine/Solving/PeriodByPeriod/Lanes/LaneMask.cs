using System.Runtime.Intrinsics;
using Plenum.Numerics.Lanes;

namespace Plenum.Engine.Solving.PeriodByPeriod.Lanes;

/// <summary>A choice of lanes: all bits of a lane's number are set where it is chosen, and none elsewhere.</summary>
internal sealed class LaneMask
{
    private readonly double[] _bits = new double[Lane.Count];

    /// <summary>Whether no lane is chosen.</summary>
    public bool IsEmpty
    {
        get
        {
            for (int v = 0; v < Lane.Count; v += Lane.Width)
            {
                if (!IsEmptyAt(v)) { return false; }
            }

            return true;
        }
    }

    /// <summary>How many vectors have a lane that is chosen.</summary>
    public int Vectors
    {
        get
        {
            int count = 0;
            for (int v = 0; v < Lane.Count; v += Lane.Width) { count += IsEmptyAt(v) ? 0 : 1; }
            return count;
        }
    }

    /// <summary>The lanes of the vector that begins at lane <paramref name="v"/>.</summary>
    public Vector256<double> this[int v]
    {
        get => Vector256.LoadUnsafe(ref _bits[v]);
        set => value.StoreUnsafe(ref _bits[v]);
    }

    /// <summary>Whether no lane of the vector that begins at lane <paramref name="v"/> is chosen.</summary>
    public bool IsEmptyAt(int v) => this[v].AsInt64() == Vector256<long>.Zero;

    /// <summary>Whether one lane is chosen.</summary>
    public bool Contains(int lane) => BitConverter.DoubleToInt64Bits(_bits[lane]) != 0;

    /// <summary>Chooses the first lanes and no others.</summary>
    public void ChooseFirst(int count)
    {
        for (int lane = 0; lane < Lane.Count; lane++) { _bits[lane] = BitConverter.Int64BitsToDouble(lane < count ? -1L : 0L); }
    }

    /// <summary>Chooses the lanes that another mask chooses.</summary>
    public void CopyFrom(LaneMask other) => other._bits.CopyTo(_bits, 0);

    /// <summary>Chooses no lane.</summary>
    public void Clear() => Array.Clear(_bits);
}
