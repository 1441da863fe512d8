namespace Plenum.Language.Binding;

/// <summary>The codes of findings about names, units and accounts; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class BindingCodes
{
    /// <summary>A name is declared twice.</summary>
    public const string DuplicateName = "PL0201";

    /// <summary>Two equations are written for one variable.</summary>
    public const string TwoEquations = "PL0202";

    /// <summary>A name in an expression is not declared.</summary>
    public const string UndeclaredName = "PL0203";

    /// <summary>An equation is written for a name that is given from outside.</summary>
    public const string EquationForGiven = "PL0205";

    /// <summary>A name has more or fewer indices than declared.</summary>
    public const string WrongIndexCount = "PL0207";

    /// <summary>A set is not declared.</summary>
    public const string UnknownSet = "PL0208";

    /// <summary>A member does not belong where it is used.</summary>
    public const string UnknownMember = "PL0209";

    /// <summary>A word in square brackets is neither an index nor a member.</summary>
    public const string UnknownIndex = "PL0210";

    /// <summary>A set, map, block or variant is declared twice.</summary>
    public const string DuplicateSet = "PL0211";

    /// <summary>A member is listed twice.</summary>
    public const string DuplicateMember = "PL0212";

    /// <summary>A subset does not fit the set it belongs to.</summary>
    public const string WrongSubset = "PL0213";

    /// <summary>A map does not take every member of one set to one member of the other.</summary>
    public const string WrongMap = "PL0214";

    /// <summary>A map is not declared.</summary>
    public const string UnknownMap = "PL0215";

    /// <summary>A parameter is lagged.</summary>
    public const string LagOnParameter = "PL0216";

    /// <summary>A function has arguments that it cannot take.</summary>
    public const string WrongArguments = "PL0217";

    /// <summary>A smooth function has no width, or another has one.</summary>
    public const string WrongWidth = "PL0218";

    /// <summary>A value that must be a number known beforehand is not.</summary>
    public const string NotConstant = "PL0219";

    /// <summary>A parameter over sets lacks the value of a member.</summary>
    public const string MissingValue = "PL0220";

    /// <summary>A parameter's value and its range disagree.</summary>
    public const string OutsideRange = "PL0221";

    /// <summary>A variant changes something that the model does not have.</summary>
    public const string UnknownTarget = "PL0222";

    /// <summary>A variant that was asked for is not declared.</summary>
    public const string UnknownVariant = "PL0223";

    /// <summary>The model exceeds a limit of the language.</summary>
    public const string LimitExceeded = "PL0224";

    /// <summary>A statement that may stand once stands twice, or has an unknown word.</summary>
    public const string WrongHeader = "PL0225";

    /// <summary>Terms, or the sides of an equation, have different units.</summary>
    public const string UnitsDiffer = "PL0241";

    /// <summary>A share and an index are added or compared.</summary>
    public const string KindsDiffer = "PL0242";

    /// <summary>A function of plain numbers takes an amount with a unit.</summary>
    public const string NotDimensionless = "PL0243";

    /// <summary>A power whose unit cannot be known.</summary>
    public const string WrongPower = "PL0244";

    /// <summary>A conversion between quarter and year takes an amount that has no such time in its unit.</summary>
    public const string WrongTime = "PL0245";

    /// <summary>A unit is not declared.</summary>
    public const string UnknownUnit = "PL0246";

    /// <summary>A unit is declared twice.</summary>
    public const string DuplicateUnit = "PL0247";

    /// <summary>A unit is defined by itself.</summary>
    public const string CircularUnit = "PL0248";

    /// <summary>A sector is not in the matrix.</summary>
    public const string UnknownSector = "PL0261";

    /// <summary>A cell, row, total or sector of a matrix is written twice.</summary>
    public const string DuplicateCell = "PL0262";

    /// <summary>A cell has no expression and its row is not named after a variable.</summary>
    public const string EmptyCell = "PL0263";

    /// <summary>A model has one balance sheet and one flow matrix at most.</summary>
    public const string DuplicateAccount = "PL0264";
}
