using Plenum.Benchmarks;
using Plenum.Benchmarks.Cold;

string verb = args is [var only] ? only : "";
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
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("say what to measure: all, resolve, equations, factors, ensembles or cold. bench/README.md explains each.");
    return 2;
}
