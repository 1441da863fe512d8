using Plenum.Benchmarks;
using Plenum.Benchmarks.Cold;

string verb = args is [var only] ? only : "";
return verb switch
{
    "nothing" => 0,
    "cold-compile" => ColdCompile.Run(Console.Out),
    "all" => Tables.Write([Tables.Resolve, Tables.Equations, Tables.Factors, Tables.Cold]),
    "resolve" => Tables.Write([Tables.Resolve]),
    "equations" => Tables.Write([Tables.Equations]),
    "factors" => Tables.Write([Tables.Factors]),
    "cold" => Tables.Write([Tables.Cold]),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("say what to measure: all, resolve, equations, factors or cold. bench/README.md explains each.");
    return 2;
}
