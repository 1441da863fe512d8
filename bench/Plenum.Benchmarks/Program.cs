using Plenum.Benchmarks;
using Plenum.Benchmarks.Cold;
using Plenum.Benchmarks.Load;

string verb = args is [_] or ["load", _] ? args[0] : "";
return verb switch
{
    "nothing" => 0,
    "cold-compile" => ColdCompile.Run(Console.Out),
    "all" => Tables.Write([Tables.Resolve, Tables.Equations, Tables.Factors, Tables.Ensembles, Tables.Cold]),
    "resolve" => Tables.Write([Tables.Resolve]),
    "equations" => Tables.Write([Tables.Equations]),
    "factors" => Tables.Write([Tables.Factors]),
    "ensembles" => Tables.Write([Tables.Ensembles]),
    "cold" => Tables.Write([Tables.Cold]),
    "load" => Tables.Write([new LoadTable(TimeSpan.FromMinutes(args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10.0)).Measure]),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("say what to measure: all, resolve, equations, factors, ensembles, cold or load. bench/README.md explains each.");
    return 2;
}
