using Plenum.Engine.Solving;

namespace Plenum.Engine.Planning;

/// <summary>How the search for a plan ended.</summary>
public abstract record PlanOutcome
{
    /// <summary>A point that no small change of the instruments improves.</summary>
    /// <param name="Sizes">The sizes of the instruments.</param>
    /// <param name="Paths">The path, solved to the last period of the problem.</param>
    /// <param name="Goals">The goals, in the order of the problem.</param>
    /// <param name="BoundPrices">For each instrument, by how much the loss rises per unit by which its binding bound rises; 0 where none binds.</param>
    /// <param name="Optimality">How well the conditions of a minimum hold.</param>
    /// <param name="Steps">Steps taken.</param>
    /// <param name="Loss">What the plan costs.</param>
    public sealed record Found(IReadOnlyList<double> Sizes, Paths Paths, IReadOnlyList<GoalResult> Goals, IReadOnlyList<double> BoundPrices, Optimality Optimality, int Steps, double Loss) : PlanOutcome
    {
        /// <summary>For each limit, by how much the loss rises per unit by which its binding end rises; 0 where neither binds.</summary>
        public IReadOnlyList<double> LimitPrices { get; init; } = [];

        /// <summary>Whether all hard goals are met.</summary>
        public bool IsFeasible => Optimality.Violation <= PlanSolver.Tolerance;
    }

    /// <summary>The steps became small or many before the conditions of a minimum held.</summary>
    /// <param name="Last">Where the search stands.</param>
    public sealed record Stalled(Found Last) : PlanOutcome;

    /// <summary>The model could not be solved or differentiated.</summary>
    /// <param name="Outcome">How that failed.</param>
    public sealed record NotSolved(SolveOutcome Outcome) : PlanOutcome;
}

/// <summary>What became of a goal.</summary>
/// <param name="Value">The value reached.</param>
/// <param name="Miss">How far it lies outside what is wanted: above zero too high, below zero too low; 0 where it is met to the tolerance.</param>
/// <param name="Price">The shadow price: by how much the loss rises per unit by which the wanted value rises.</param>
public sealed record GoalResult(double Value, double Miss, double Price);

/// <summary>The first-order conditions of a minimum (Karush, Kuhn and Tucker), each 0 where it holds exactly.</summary>
/// <param name="Stationarity">What is left of the gradient of loss and constraints, relative to its largest term.</param>
/// <param name="Violation">The largest miss of a hard goal, relative to what is wanted where that is above one.</param>
/// <param name="Complementarity">The largest product of the price of a bound or limit and its distance, relative to the gradient's largest term.</param>
public readonly record struct Optimality(double Stationarity, double Violation, double Complementarity);
