using Plenum.Engine.Structure;
using Plenum.Language.Binding;
using Plenum.Report.Equations;
using Plenum.Report.Figures;

namespace Plenum.Studio.Economy;

/// <summary>Who reads whom in the model, its equations set for reading, and its structure; worked out when first asked for.</summary>
public sealed class ModelIndex(OpenedModel economy)
{
    private readonly Lazy<Tables> _tables = new(() => new Tables(economy.Model));
    private readonly Lazy<EquationBook> _book = new(() => new EquationBook(economy.Model));
    private readonly Lazy<ModelStructure?> _structure = new(() => ModelStructure.Analyse(economy.Model).Structure);
    private readonly Lazy<string> _picture = new(() => ModelStructure.Analyse(economy.Model).Structure is { } structure ? IncidencePicture.Draw(structure) : "");

    /// <summary>The order of solution; null where equations and unknowns do not match.</summary>
    public ModelStructure? Structure => _structure.Value;

    /// <summary>The incidence of equations and variables as SVG.</summary>
    public string Picture => _picture.Value;

    /// <summary>The equation that determines a name, or null.</summary>
    public BoundEquation? EquationOf(Symbol symbol) => _tables.Value.EquationOf.GetValueOrDefault(symbol?.Column ?? -1);

    /// <summary>An equation as MathML, or null.</summary>
    public string? Typeset(BoundEquation equation) => _book.Value.Of(equation);

    /// <summary>The names that the equation of a variable reads, itself left out unless it is a lag.</summary>
    public IReadOnlyList<Symbol> ReadBy(Symbol symbol) => _tables.Value.Reads.GetValueOrDefault(symbol?.Column ?? -1) ?? [];

    /// <summary>The variables whose equations read a name.</summary>
    public IReadOnlyList<Symbol> ReadersOf(Symbol symbol) => _tables.Value.Readers.GetValueOrDefault(symbol?.Column ?? -1) ?? [];

    /// <summary>The tables of who reads whom, by column.</summary>
    private sealed class Tables
    {
        public Tables(BoundModel model)
        {
            var symbols = new HashSet<(int Column, int Lag)>();
            foreach (var equation in model.Equations.Where(e => e.Determines >= 0))
            {
                symbols.Clear();
                model.Graph.CollectSymbols([equation.Left, equation.Right], symbols);
                var own = model.Symbols[equation.Determines];
                EquationOf[own.Column] = equation;
                var read = symbols.Where(s => s.Lag != 0 || s.Column != own.Column).Select(s => s.Column).Distinct().Order().Select(c => model.Symbols[c]).ToList();
                Reads[own.Column] = read;
                foreach (var other in read.Where(o => o != own))
                {
                    if (!Readers.TryGetValue(other.Column, out var readers)) { Readers[other.Column] = readers = []; }
                    readers.Add(own);
                }
            }
        }

        public Dictionary<int, BoundEquation> EquationOf { get; } = [];

        public Dictionary<int, List<Symbol>> Reads { get; } = [];

        public Dictionary<int, List<Symbol>> Readers { get; } = [];
    }
}
