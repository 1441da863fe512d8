namespace Plenum.Workspace;

/// <summary>Codes of the findings about projects and scenarios; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class WorkspaceCodes
{
    /// <summary>A file is not plain YAML.</summary>
    public const string NotYaml = "PL0501";

    /// <summary>A swap names only one of the two variables, or one that cannot take its part.</summary>
    public const string IncompleteSwap = "PL0502";

    /// <summary>A key is not known.</summary>
    public const string UnknownKey = "PL0503";

    /// <summary>A key that must be there is missing.</summary>
    public const string MissingKey = "PL0504";

    /// <summary>A value is of another type than the key takes.</summary>
    public const string WrongValue = "PL0505";

    /// <summary>A period lies outside the window, or the window is empty.</summary>
    public const string WrongPeriod = "PL0506";

    /// <summary>The model has no such name.</summary>
    public const string UnknownName = "PL0507";

    /// <summary>A name has another role than the change is made for.</summary>
    public const string WrongRole = "PL0508";

    /// <summary>A change says how twice, or not at all.</summary>
    public const string WrongOperation = "PL0509";

    /// <summary>The shares of a change in each period are given twice, or are empty.</summary>
    public const string WrongProfile = "PL0510";

    /// <summary>A file or folder of the project cannot be used.</summary>
    public const string WrongFile = "PL0511";

    /// <summary>There is no such scenario.</summary>
    public const string UnknownScenario = "PL0512";

    /// <summary>A key or an id occurs twice, or scenarios include one another in a circle.</summary>
    public const string Duplicate = "PL0513";

    /// <summary>There is no project here.</summary>
    public const string NoProject = "PL0514";

    /// <summary>The baseline's files do not fit the model.</summary>
    public const string WrongBaseline = "PL0515";

    /// <summary>What an experiment does or measures cannot be used.</summary>
    public const string WrongMeasure = "PL0516";

    /// <summary>The range of an expectation is missing, given twice or empty.</summary>
    public const string WrongBounds = "PL0517";

    /// <summary>The quarters of a measure are not quarters after the start, or lie beyond the end.</summary>
    public const string WrongTiming = "PL0518";

    /// <summary>There is no such mechanism.</summary>
    public const string UnknownMechanism = "PL0519";

    /// <summary>A mechanism names a variable that no equation determines.</summary>
    public const string NoEquation = "PL0520";

    /// <summary>A mechanism has no experiment that measures something.</summary>
    public const string UntestedMechanism = "PL0521";

    /// <summary>A share is larger than it is likely to be; perhaps a percentage was meant.</summary>
    public const string LargeShare = "PL0522";

    /// <summary>An expectation that is marked as known not to hold does hold.</summary>
    public const string NeedlessMark = "PL0523";

    /// <summary>A claim gives nothing that could be tested, or a part of it is missing.</summary>
    public const string WrongClaim = "PL0525";

    /// <summary>A tolerance of a claim is missing, negative or empty.</summary>
    public const string WrongTolerance = "PL0526";

    /// <summary>The data of a claim have no value in its period, or another frequency.</summary>
    public const string NoObservation = "PL0527";

    /// <summary>A rule or a window of a simulation of history cannot be used.</summary>
    public const string WrongSimulation = "PL0528";

    /// <summary>A claim that is marked as known not to hold does hold.</summary>
    public const string NeedlessReason = "PL0529";

    /// <summary>The assumptions of a baseline do not fit the model or one another.</summary>
    public const string WrongAssumption = "PL0530";

    /// <summary>A measurement does not fit the model, or its path has a gap.</summary>
    public const string WrongMeasurement = "PL0531";

    /// <summary>The names that are found for shared surprises did not settle.</summary>
    public const string Unsettled = "PL0532";

    /// <summary>A condition does not say what shall hold, or when.</summary>
    public const string WrongCondition = "PL0540";

    /// <summary>A condition reads what is not known, or looks outside the draws.</summary>
    public const string UnknownCondition = "PL0541";

    /// <summary>What may happen is not given as a scenario with a probability.</summary>
    public const string WrongRisk = "PL0542";

    /// <summary>Nothing differs from draw to draw.</summary>
    public const string NothingUncertain = "PL0543";

    /// <summary>More results are asked for than can be kept.</summary>
    public const string TooManyDraws = "PL0544";

    /// <summary>Draws are not offered for a model that looks ahead.</summary>
    public const string SimulatesNoLeads = "PL0545";

    /// <summary>Too few draws are left where a condition holds.</summary>
    public const string TooFewGiven = "PL0546";

    /// <summary>The path of a variable cannot be drawn from its history.</summary>
    public const string WrongUncertainPath = "PL0547";

    /// <summary>The variance of what is asked for cannot be divided among its sources.</summary>
    public const string NoTornado = "PL0548";

    /// <summary>A parameter cannot have the prior that is written for it.</summary>
    public const string WrongPrior = "PL0549";

    /// <summary>The project has no plan of that name.</summary>
    public const string UnknownPlan = "PL0550";

    /// <summary>A target or a condition of a plan cannot be used.</summary>
    public const string WrongTarget = "PL0551";

    /// <summary>An instrument of a plan cannot be used.</summary>
    public const string WrongInstrument = "PL0552";

    /// <summary>Targets that must be met cannot all be met.</summary>
    public const string OutOfReach = "PL0553";

    /// <summary>The search for a plan ended before the conditions of a minimum held.</summary>
    public const string PlanNotFound = "PL0554";

    /// <summary>A plan has no such target, or one is named twice.</summary>
    public const string UnknownTarget = "PL0556";

    /// <summary>A probability does not fit a target.</summary>
    public const string WrongProbability = "PL0557";

    /// <summary>A probability cannot be had.</summary>
    public const string ChanceNotMet = "PL0558";

    /// <summary>A stage of a plan does not fit.</summary>
    public const string WrongStage = "PL0559";

    /// <summary>An instrument moves before it is announced.</summary>
    public const string EarlyInstrument = "PL0560";

    /// <summary>A file of the store of runs is damaged, or is none of Plenum's.</summary>
    public const string UnusableRun = "PL0580";

    /// <summary>A kept run is being used by another program.</summary>
    public const string RunInUse = "PL0581";

    /// <summary>There is no kept run of that name.</summary>
    public const string UnknownRun = "PL0582";

    /// <summary>A run cannot be written where it is to be kept.</summary>
    public const string RunNotWritten = "PL0583";

    /// <summary>Attribution is not offered for a model that looks ahead.</summary>
    public const string ExplainsNoLeads = "PL0701";

    /// <summary>Between the two paths there is a point at which the model cannot be solved.</summary>
    public const string NoWay = "PL0702";

    /// <summary>A part of a change stays unexplained.</summary>
    public const string Unexplained = "PL0703";

    /// <summary>History is too short before the window to be explained.</summary>
    public const string ShortHistory = "PL0704";

    /// <summary>A per cent of zero cannot be had.</summary>
    public const string NoPercentage = "PL0705";

    /// <summary>A folder holds no baseline.</summary>
    public const string NoBaseline = "PL0706";

    /// <summary>What is asked for cannot be explained together.</summary>
    public const string WrongQuestion = "PL0707";
}
