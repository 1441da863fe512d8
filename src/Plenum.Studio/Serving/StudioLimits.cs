namespace Plenum.Studio.Serving;

/// <summary>What one user, and all together, may ask of the server.</summary>
internal static class StudioLimits
{
    /// <summary>The most bytes of a request.</summary>
    public const long LargestUpload = 8 * 1024 * 1024;

    /// <summary>The most bytes of a request to the interface for programs.</summary>
    public const long LargestApiBody = 1024 * 1024;

    /// <summary>The most characters of a scenario, a plan or a model that is sent as text.</summary>
    public const int LongestText = 256 * 1024;

    /// <summary>The most draws of one simulation.</summary>
    public const int MostDraws = 20_000;

    /// <summary>The most variables in one answer.</summary>
    public const int MostVariables = 100;

    /// <summary>The most events, and the most risks, of one simulation.</summary>
    public const int MostConditions = 20;

    /// <summary>Scalar names and scalar equations of a model that is checked.</summary>
    public const int MostEquations = 5_000;

    /// <summary>Nodes in all expressions of a model that is checked.</summary>
    public const int MostNodes = 200_000;

    /// <summary>Long runs at the same time.</summary>
    public const int LongRuns = 2;

    /// <summary>Long runs that wait for one of them to end.</summary>
    public const int WaitingRuns = 8;

    /// <summary>Long runs of one user that wait.</summary>
    public const int WaitingRunsOfOne = 4;

    /// <summary>Requests to the interface for programs that one client may send at once.</summary>
    public const int BurstOfRequests = 400;

    /// <summary>Requests a second that one client may send for long.</summary>
    public const int RequestsPerSecond = 200;

    /// <summary>Bytes a second below which a client that takes an answer is cut off, when it does so for longer than the patience.</summary>
    public const double SlowestReader = 16.0 * 1024.0;

    /// <summary>Connections of one client.</summary>
    public const int ConnectionsPerClient = 256;

    /// <summary>Connections in all.</summary>
    public const int Connections = 1_024;

    /// <summary>Open pages of one client.</summary>
    public const int PagesPerClient = 60;

    /// <summary>Open pages in all.</summary>
    public const int Pages = 200;

    /// <summary>Bytes of one message that a page sends, such as an edited file of model text.</summary>
    public const int LargestMessage = 1024 * 1024;

    /// <summary>The most characters of an edited model, all its files together.</summary>
    public const int LargestModelText = 400 * 1024;

    /// <summary>The most characters of a name of a user's that is shown.</summary>
    public const int LongestShown = 60;

    /// <summary>The longest that checking or solving an edited model may take.</summary>
    public static TimeSpan LongestModelWork => TimeSpan.FromSeconds(10);

    /// <summary>The longest address, in bytes with what stands around it: room for a link that holds a whole desk.</summary>
    public const int LongestRequestLine = 20 * 1024;

    /// <summary>Sessions that are kept for browsers whose connection broke.</summary>
    public const int RetainedCircuits = 50;

    /// <summary>Refused tokens whose answer is held back at the same time.</summary>
    public const int SlowedRefusals = 64;

    /// <summary>For how long sessions are kept.</summary>
    public static TimeSpan RetainedFor => TimeSpan.FromMinutes(3);

    /// <summary>How long an answer may take that is computed at once.</summary>
    public static TimeSpan LongestAnswer => TimeSpan.FromSeconds(30);

    /// <summary>How long a long run may take.</summary>
    public static TimeSpan LongestRun => TimeSpan.FromMinutes(5);
}
