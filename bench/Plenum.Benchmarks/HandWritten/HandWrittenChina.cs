using Plenum.Language.Expressions;

namespace Plenum.Benchmarks.HandWritten;

/// <summary>The residuals of the China model's equations, written out in C#: what the compiled model is measured against.</summary>
/// <remarks>The text of the equations with the sets expanded, one method for each block of the core, values in one array of periods x columns. The figures that are only reported are left out.</remarks>
internal static partial class HandWrittenChina
{
    /// <summary>Left-hand side less right-hand side of every equation.</summary>
    /// <param name="v">Values, periods x <see cref="Names"/>, row-major.</param>
    /// <param name="period">The period, counted from 0.</param>
    /// <param name="r">Receives the residuals in the order of <see cref="Equations"/>.</param>
    public static void Evaluate(double[] v, int period, double[] r)
    {
        int t = period * Columns;
        FinalUsesBlock(v, t, r);
        ProductionBlock(v, t, r);
        SupplyBlock(v, t, r);
        PricesBlock(v, t, r);
        BusinessBlock(v, t, r);
        InnovationBlock(v, t, r);
        TradeBlock(v, t, r);
        PropertyBlock(v, t, r);
        HouseholdSectorBlock(v, t, r);
        FirmSectorBlock(v, t, r);
        PublicFinanceBlock(v, t, r);
        FinanceBlock(v, t, r);
        PlanBlock(v, t, r);
    }

    private static void FinalUsesBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t4 = t - 4 * Columns;
        r[0] = v[t + FinalDemandBusinessInvestment]
            - (v[t + InvestmentAgriculture] + v[t + InvestmentTraditional] + v[t + InvestmentEmerging] + v[t + InvestmentConstruction]
            + v[t + InvestmentServices]);
        r[1] = v[t + FinalDemandInfrastructure] - (v[t + InfrastructureSpendingCentral] + v[t + InfrastructureSpendingLocal]
            + v[t + InfrastructureSpendingVehicles]);
        r[2] = v[t + FinalDemandExports] - (v[t + ExportsRealUs] + v[t + ExportsRealEu] + v[t + ExportsRealAsean] + v[t + ExportsRealOther]
            + v[t + ExportsServices]);
        r[3] = v[t + FinalDemandInventories] - (v[t + InventorySpeed]
            * (v[t + InventoryNorm] * (v[t1 + ValueAddedTraditional] + v[t1 + ValueAddedEmerging]) - v[t1 + InventoryStock])
            + v[t + InventoryInertia] * v[t1 + FinalDemandInventories] + v[t + AddFactorFinalDemandInventories]);
        r[4] = v[t + InventoryStock] - v[t1 + InventoryStock] - v[t + FinalDemandInventories];
        r[5] = v[t + DomesticContentHouseholdConsumption]
            - (1.0 - v[t + ImportContentHouseholdConsumption] * v[t + ImportShare]) * v[t + FinalDemandHouseholdConsumption];
        r[6] = v[t + DomesticContentGovernmentConsumption]
            - (1.0 - v[t + ImportShare] * v[t + ImportContentGovernmentConsumption]) * v[t + FinalDemandGovernmentConsumption];
        r[7] = v[t + DomesticContentBusinessInvestment]
            - v[t + FinalDemandBusinessInvestment] * (1.0 - v[t + ImportShare] * v[t + ImportContentBusinessInvestment]);
        r[8] = v[t + DomesticContentRealEstateInvestment]
            - (1.0 - v[t + ImportShare] * v[t + ImportContentRealEstateInvestment]) * v[t + FinalDemandRealEstateInvestment];
        r[9] = v[t + DomesticContentInfrastructure] - v[t + FinalDemandInfrastructure] * (1.0 - v[t + ImportShare] * v[t + ImportContentInfrastructure]);
        r[10] = v[t + DomesticContentInventories] - v[t + FinalDemandInventories] * (1.0 - v[t + ImportShare] * v[t + ImportContentInventories]);
        r[11] = v[t + DomesticContentExports] - v[t + FinalDemandExports] * (1.0 - v[t + ImportShare] * v[t + ImportContentExports]);
        r[12] = v[t + ImportsReal] - v[t + ImportShare]
            * (v[t + ImportContentHouseholdConsumption] * v[t + FinalDemandHouseholdConsumption]
            + v[t + ImportContentGovernmentConsumption] * v[t + FinalDemandGovernmentConsumption]
            + v[t + FinalDemandBusinessInvestment] * v[t + ImportContentBusinessInvestment]
            + v[t + ImportContentRealEstateInvestment] * v[t + FinalDemandRealEstateInvestment]
            + v[t + FinalDemandInfrastructure] * v[t + ImportContentInfrastructure] + v[t + FinalDemandInventories] * v[t + ImportContentInventories]
            + v[t + FinalDemandExports] * v[t + ImportContentExports]);
        r[13] = v[t + GdpReal] - (v[t + FinalDemandExports] + v[t + FinalDemandInventories] + v[t + FinalDemandInfrastructure]
            + v[t + FinalDemandRealEstateInvestment] + v[t + FinalDemandBusinessInvestment] + v[t + FinalDemandHouseholdConsumption]
            + v[t + FinalDemandGovernmentConsumption] - v[t + ImportsReal]);
        r[14] = v[t + GdpGrowth] - (v[t + GdpReal] / v[t4 + GdpReal] - 1.0);
    }

    private static void ProductionBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        r[15] = Math.Log(v[t + EmergingShift]) - Math.Log(v[t1 + EmergingShift])
            - (v[t + EmergingDemandTrend] - v[t + IndustrySubstitution] * v[t + SubstitutionImpact]
            * (Math.Log(v[t + PriceValueAddedEmerging]) - Math.Log(v[t1 + PriceValueAddedEmerging])
            - (Math.Log(v[t + PriceValueAddedTraditional]) - Math.Log(v[t1 + PriceValueAddedTraditional])))
            - v[t + IndustrySubstitution] * v[t + SubstitutionSpeed] * Math.Log(v[t1 + PriceValueAddedEmerging] / v[t1 + PriceValueAddedTraditional])
            + v[t + CapacityPull] * (Math.Log(v[t1 + CapacityEmerging] / v[t1 + CapacityTraditional])
            - Math.Log(v[t2 + CapacityEmerging] / v[t2 + CapacityTraditional])) + v[t + AddFactorEmergingShift]);
        r[16] = v[t + ValueAddedAgriculture] - (v[t + DomesticContentHouseholdConsumption] * v[t + ContentAgricultureHouseholdConsumption]
            + v[t + DomesticContentGovernmentConsumption] * v[t + ContentAgricultureGovernmentConsumption]
            + v[t + DomesticContentBusinessInvestment] * v[t + ContentAgricultureBusinessInvestment]
            + v[t + DomesticContentRealEstateInvestment] * v[t + ContentAgricultureRealEstateInvestment]
            + v[t + DomesticContentInfrastructure] * v[t + ContentAgricultureInfrastructure]
            + v[t + DomesticContentInventories] * v[t + ContentAgricultureInventories] + v[t + DomesticContentExports] * v[t + ContentAgricultureExports]);
        r[17] = v[t + ValueAddedConstruction] - (v[t + DomesticContentHouseholdConsumption] * v[t + ContentConstructionHouseholdConsumption]
            + v[t + DomesticContentGovernmentConsumption] * v[t + ContentConstructionGovernmentConsumption]
            + v[t + DomesticContentBusinessInvestment] * v[t + ContentConstructionBusinessInvestment]
            + v[t + DomesticContentRealEstateInvestment] * v[t + ContentConstructionRealEstateInvestment]
            + v[t + DomesticContentInfrastructure] * v[t + ContentConstructionInfrastructure]
            + v[t + DomesticContentInventories] * v[t + ContentConstructionInventories] + v[t + DomesticContentExports] * v[t + ContentConstructionExports]);
        r[18] = v[t + ValueAddedServices] - (v[t + DomesticContentHouseholdConsumption] * v[t + ContentServicesHouseholdConsumption]
            + v[t + DomesticContentGovernmentConsumption] * v[t + ContentServicesGovernmentConsumption]
            + v[t + DomesticContentBusinessInvestment] * v[t + ContentServicesBusinessInvestment]
            + v[t + DomesticContentRealEstateInvestment] * v[t + ContentServicesRealEstateInvestment]
            + v[t + DomesticContentInfrastructure] * v[t + ContentServicesInfrastructure] + v[t + DomesticContentInventories] * v[t + ContentServicesInventories]
            + v[t + DomesticContentExports] * v[t + ContentServicesExports]);
        r[19] = v[t + ValueAddedPublic] - (v[t + DomesticContentHouseholdConsumption] * v[t + ContentPublicHouseholdConsumption]
            + v[t + DomesticContentGovernmentConsumption] * v[t + ContentPublicGovernmentConsumption]
            + v[t + DomesticContentBusinessInvestment] * v[t + ContentPublicBusinessInvestment]
            + v[t + DomesticContentRealEstateInvestment] * v[t + ContentPublicRealEstateInvestment]
            + v[t + DomesticContentInfrastructure] * v[t + ContentPublicInfrastructure] + v[t + DomesticContentInventories] * v[t + ContentPublicInventories]
            + v[t + DomesticContentExports] * v[t + ContentPublicExports]);
        r[20] = v[t + ValueAddedEmerging] - v[t + EmergingShift]
            * (v[t + DomesticContentHouseholdConsumption] * v[t + ContentEmergingHouseholdConsumption]
            + v[t + DomesticContentGovernmentConsumption] * v[t + ContentEmergingGovernmentConsumption]
            + v[t + DomesticContentBusinessInvestment] * v[t + ContentEmergingBusinessInvestment]
            + v[t + DomesticContentRealEstateInvestment] * v[t + ContentEmergingRealEstateInvestment]
            + v[t + DomesticContentInfrastructure] * v[t + ContentEmergingInfrastructure] + v[t + DomesticContentInventories] * v[t + ContentEmergingInventories]
            + v[t + DomesticContentExports] * v[t + ContentEmergingExports]);
        r[21] = v[t + ValueAddedTraditional] - (v[t + DomesticContentHouseholdConsumption]
            * (v[t + ContentEmergingHouseholdConsumption] + v[t + ContentTraditionalHouseholdConsumption])
            + v[t + DomesticContentGovernmentConsumption] * (v[t + ContentEmergingGovernmentConsumption] + v[t + ContentTraditionalGovernmentConsumption])
            + v[t + DomesticContentBusinessInvestment] * (v[t + ContentEmergingBusinessInvestment] + v[t + ContentTraditionalBusinessInvestment])
            + v[t + DomesticContentRealEstateInvestment] * (v[t + ContentEmergingRealEstateInvestment] + v[t + ContentTraditionalRealEstateInvestment])
            + v[t + DomesticContentInfrastructure] * (v[t + ContentEmergingInfrastructure] + v[t + ContentTraditionalInfrastructure])
            + v[t + DomesticContentInventories] * (v[t + ContentEmergingInventories] + v[t + ContentTraditionalInventories])
            + v[t + DomesticContentExports] * (v[t + ContentEmergingExports] + v[t + ContentTraditionalExports]) - v[t + ValueAddedEmerging]);
        r[22] = v[t + EmergingShare] - v[t + ValueAddedNominalEmerging] / v[t + GdpNominal];
    }

    private static void SupplyBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        int t4 = t - 4 * Columns;
        r[23] = v[t + MisallocationFactor] - (1.0
            - v[t + PolicyMisallocation] * (v[t + RecentSubsidyWeight] * v[t1 + SubsidyRatioEmerging]
            + (1.0 - v[t + RecentSubsidyWeight]) * v[t4 + SubsidyRatioEmerging] + v[t1 + SubsidyRatioTraditional] - v[t + SubsidyReference]
            + v[t + CreditInIntensity] * (v[t1 + DirectedCreditTraditional] + v[t1 + DirectedCreditEmerging])));
        r[24] = v[t + ProductivityTraditional] - v[t + ExogenousProductivityTraditional]
            * Math.Pow(v[t1 + ResearchStock], v[t + ResearchElasticityTraditional]) * Math.Pow(v[t1 + CapitalPublic], v[t + PublicCapitalElasticity])
            * (1.0 - v[t + ZombieDamage] * v[t1 + ZombieShareTraditional]) * (1.0 + v[t + RenewalGain] * (v[t1 + Renewal] - v[t + RenewalNorm]))
            * (1.0 - v[t + PolicyExposureTraditional] * (1.0 - v[t + MisallocationFactor]))
            * (1.0 - v[t + ExportControlExposureTraditional] * v[t + ExportControlDamage] * v[t + ExportControls] * (1.0 - v[t1 + SelfReliance]));
        r[25] = v[t + ProductivityEmerging] - (1.0 + v[t + RenewalGain] * (v[t1 + Renewal] - v[t + RenewalNorm]))
            * Math.Pow(v[t1 + CapitalPublic], v[t + PublicCapitalElasticity]) * v[t + ExogenousProductivityEmerging]
            * Math.Pow(v[t1 + ResearchStock], v[t + ResearchElasticityEmerging]) * (1.0 - v[t + ZombieDamage] * v[t1 + ZombieShareEmerging])
            * (1.0 - (1.0 - v[t + MisallocationFactor]) * v[t + PolicyExposureEmerging])
            * (1.0 - (1.0 - v[t1 + SelfReliance]) * v[t + ExportControls] * v[t + ExportControlDamage] * v[t + ExportControlExposureEmerging]);
        r[26] = v[t + ProductivityServices] - v[t + MisallocationFactor] * Math.Pow(v[t1 + CapitalPublic], v[t + PublicCapitalElasticity])
            * v[t + ExogenousProductivityServices] * (1.0
            - (1.0 - v[t1 + SelfReliance]) * v[t + ExportControls] * v[t + ExportControlDamage] * v[t + ExportControlExposureServices]);
        r[27] = Math.Log(v[t + TrendLabourAgriculture]) - Math.Log(v[t1 + TrendLabourAgriculture]) - (v[t + LabourForceGrowth] - v[t + FarmExitRate]);
        r[28] = Math.Log(v[t + TrendLabourTraditional]) - Math.Log(v[t1 + TrendLabourTraditional])
            - (v[t + LabourForceGrowth] + v[t + FarmLabourInflow]
            + v[t + ReallocationSpeed] * (Math.Log(v[t1 + EmploymentTraditional] / v[t1 + TrendLabourTraditional]) - v[t1 + EmploymentGap]));
        r[29] = Math.Log(v[t + TrendLabourEmerging]) - Math.Log(v[t1 + TrendLabourEmerging])
            - (v[t + LabourForceGrowth] + v[t + FarmLabourInflow]
            + v[t + ReallocationSpeed] * (Math.Log(v[t1 + EmploymentEmerging] / v[t1 + TrendLabourEmerging]) - v[t1 + EmploymentGap]));
        r[30] = Math.Log(v[t + TrendLabourConstruction]) - Math.Log(v[t1 + TrendLabourConstruction])
            - (v[t + LabourForceGrowth] + v[t + FarmLabourInflow]
            + v[t + ReallocationSpeed] * (Math.Log(v[t1 + EmploymentConstruction] / v[t1 + TrendLabourConstruction]) - v[t1 + EmploymentGap]));
        r[31] = Math.Log(v[t + TrendLabourServices]) - Math.Log(v[t1 + TrendLabourServices])
            - (v[t + LabourForceGrowth] + v[t + FarmLabourInflow]
            + v[t + ReallocationSpeed] * (Math.Log(v[t1 + EmploymentServices] / v[t1 + TrendLabourServices]) - v[t1 + EmploymentGap]));
        r[32] = Math.Log(v[t + TrendLabourPublic]) - Math.Log(v[t1 + TrendLabourPublic])
            - (v[t + LabourForceGrowth] + v[t + FarmLabourInflow]
            + v[t + ReallocationSpeed] * (Math.Log(v[t1 + EmploymentPublic] / v[t1 + TrendLabourPublic]) - v[t1 + EmploymentGap]));
        r[33] = v[t + FarmLabourInflow] - v[t1 + TrendLabourAgriculture] * v[t + FarmExitRate]
            / (v[t1 + TrendLabourPublic] + v[t1 + TrendLabourServices] + v[t1 + TrendLabourConstruction] + v[t1 + TrendLabourTraditional]
            + v[t1 + TrendLabourEmerging]);
        r[34] = v[t + CapacityTraditional] - v[t + ProductivityTraditional] * Math.Pow(v[t1 + CapitalTraditional], v[t + CapitalElasticityTraditional])
            * Math.Pow(v[t + TrendLabourTraditional], 1.0 - v[t + CapitalElasticityTraditional]) * Math.Exp(v[t + AddFactorCapacityTraditional]);
        r[35] = v[t + CapacityEmerging] - v[t + ProductivityEmerging] * Math.Pow(v[t1 + CapitalEmerging], v[t + CapitalElasticityEmerging])
            * Math.Pow(v[t + TrendLabourEmerging], 1.0 - v[t + CapitalElasticityEmerging]) * Math.Exp(v[t + AddFactorCapacityEmerging]);
        r[36] = v[t + CapacityServices] - v[t + ProductivityServices] * Math.Pow(v[t1 + CapitalServices], v[t + CapitalElasticityServices])
            * Math.Pow(v[t + TrendLabourServices], 1.0 - v[t + CapitalElasticityServices]) * Math.Exp(v[t + AddFactorCapacityServices]);
        r[37] = v[t + CapacityAgriculture] - v[t + ExogenousProductivityAgriculture]
            * Math.Pow(v[t1 + CapitalAgriculture], v[t + CapitalElasticityAgriculture])
            * Math.Pow(v[t + TrendLabourAgriculture], 1.0 - v[t + CapitalElasticityAgriculture]) * Math.Exp(v[t + AddFactorCapacityAgriculture]);
        r[38] = v[t + CapacityConstruction] - v[t + ExogenousProductivityConstruction]
            * Math.Pow(v[t1 + CapitalConstruction], v[t + CapitalElasticityConstruction])
            * Math.Pow(v[t + TrendLabourConstruction], 1.0 - v[t + CapitalElasticityConstruction]) * Math.Exp(v[t + AddFactorCapacityConstruction]);
        r[39] = v[t + CapacityPublic] - v[t + ExogenousProductivityPublic] * Math.Pow(v[t1 + CapitalPublic], v[t + CapitalElasticityPublic])
            * Math.Pow(v[t + TrendLabourPublic], 1.0 - v[t + CapitalElasticityPublic]) * Math.Exp(v[t + AddFactorCapacityPublic]);
        r[40] = v[t + UtilisationGapAgriculture] - Math.Log(v[t + ValueAddedAgriculture] / v[t + CapacityAgriculture]);
        r[41] = v[t + UtilisationGapTraditional] - Math.Log(v[t + ValueAddedTraditional] / v[t + CapacityTraditional]);
        r[42] = v[t + UtilisationGapEmerging] - Math.Log(v[t + ValueAddedEmerging] / v[t + CapacityEmerging]);
        r[43] = v[t + UtilisationGapConstruction] - Math.Log(v[t + ValueAddedConstruction] / v[t + CapacityConstruction]);
        r[44] = v[t + UtilisationGapServices] - Math.Log(v[t + ValueAddedServices] / v[t + CapacityServices]);
        r[45] = v[t + UtilisationGapPublic] - Math.Log(v[t + ValueAddedPublic] / v[t + CapacityPublic]);
        r[46] = v[t + CapacityUtilisation] - v[t + UtilisationNorm]
            * (1.0 + v[t + UtilisationScale] * (v[t + ValueAddedTraditional] * v[t + UtilisationGapTraditional]
            + v[t + ValueAddedEmerging] * v[t + UtilisationGapEmerging]) / (v[t + ValueAddedEmerging] + v[t + ValueAddedTraditional]));
        r[47] = v[t + PotentialOutput] - (v[t + CapacityPublic] + v[t + CapacityServices] + v[t + CapacityConstruction] + v[t + CapacityEmerging]
            + v[t + CapacityTraditional] + v[t + CapacityAgriculture]);
        r[48] = v[t + PotentialGrowth] - (v[t + PotentialMemory] * v[t1 + PotentialGrowth]
            + (1.0 - v[t + PotentialMemory]) * (Math.Log(v[t + PotentialOutput]) - Math.Log(v[t1 + PotentialOutput])));
        r[49] = v[t + OutputGap] - Math.Log(v[t + GdpReal] / v[t + PotentialOutput]);
        r[50] = Math.Log(v[t + EmploymentAgriculture]) - Math.Log(v[t1 + EmploymentAgriculture])
            - v[t + EmploymentSpeed] * Math.Log(v[t + ValueAddedAgriculture] / v[t + CapacityAgriculture] * v[t + TrendLabourAgriculture] / v[t1 + EmploymentAgriculture]);
        r[51] = Math.Log(v[t + EmploymentTraditional]) - Math.Log(v[t1 + EmploymentTraditional])
            - v[t + EmploymentSpeed] * Math.Log(v[t + ValueAddedTraditional] / v[t + CapacityTraditional] * v[t + TrendLabourTraditional] / v[t1 + EmploymentTraditional]);
        r[52] = Math.Log(v[t + EmploymentEmerging]) - Math.Log(v[t1 + EmploymentEmerging])
            - v[t + EmploymentSpeed] * Math.Log(v[t + ValueAddedEmerging] / v[t + CapacityEmerging] * v[t + TrendLabourEmerging] / v[t1 + EmploymentEmerging]);
        r[53] = Math.Log(v[t + EmploymentConstruction]) - Math.Log(v[t1 + EmploymentConstruction])
            - v[t + EmploymentSpeed] * Math.Log(v[t + ValueAddedConstruction] / v[t + CapacityConstruction] * v[t + TrendLabourConstruction] / v[t1 + EmploymentConstruction]);
        r[54] = Math.Log(v[t + EmploymentServices]) - Math.Log(v[t1 + EmploymentServices])
            - v[t + EmploymentSpeed] * Math.Log(v[t + ValueAddedServices] / v[t + CapacityServices] * v[t + TrendLabourServices] / v[t1 + EmploymentServices]);
        r[55] = Math.Log(v[t + EmploymentPublic]) - Math.Log(v[t1 + EmploymentPublic])
            - v[t + EmploymentSpeed] * Math.Log(v[t + ValueAddedPublic] / v[t + CapacityPublic] * v[t + TrendLabourPublic] / v[t1 + EmploymentPublic]);
        r[56] = v[t + EmploymentTotal] - (v[t + EmploymentPublic] + v[t + EmploymentServices] + v[t + EmploymentConstruction] + v[t + EmploymentEmerging]
            + v[t + EmploymentAgriculture] + v[t + EmploymentTraditional]);
        r[57] = v[t + EmploymentGap] - Math.Log((v[t + EmploymentPublic] + v[t + EmploymentServices] + v[t + EmploymentConstruction]
            + v[t + EmploymentTraditional] + v[t + EmploymentEmerging])
            / (v[t + TrendLabourPublic] + v[t + TrendLabourServices] + v[t + TrendLabourConstruction] + v[t + TrendLabourTraditional]
            + v[t + TrendLabourEmerging]));
        r[58] = v[t + Unemployment] - v[t1 + Unemployment]
            - (v[t + UnemploymentSpeed] * (v[t + NaturalUnemployment] - v[t + EmploymentGap] * v[t + Okun] - v[t1 + Unemployment])
            + v[t + AddFactorUnemployment]);
        r[59] = v[t + ProductivityGrowth] - (v[t + ProductivityMemory] * v[t1 + ProductivityGrowth]
            + (1.0 - v[t + ProductivityMemory]) * (Math.Log(v[t + PotentialOutput]) - Math.Log(v[t1 + PotentialOutput]) - v[t + LabourForceGrowth]));
        r[60] = Math.Log(v[t + Wage]) - Math.Log(v[t1 + Wage])
            - (v[t + WageInertia] * (Math.Log(v[t1 + Wage]) - Math.Log(v[t2 + Wage]))
            + (1.0 - v[t + WageInertia]) * (v[t + ProductivityGrowth] + v[t + ExpectedInflation])
            - v[t + WagePhillips] * (v[t + Unemployment] - v[t + NaturalUnemployment])
            + v[t + WageCatchUp] * (v[t1 + ConsumerInflation] / 4.0 - v[t + ExpectedInflation]) + v[t + AddFactorWage]);
        r[61] = v[t + CompensationAgriculture] - v[t + EmploymentAgriculture] * v[t + Wage] * v[t + CompensationScaleAgriculture];
        r[62] = v[t + CompensationTraditional] - v[t + EmploymentTraditional] * v[t + Wage] * v[t + CompensationScaleTraditional];
        r[63] = v[t + CompensationEmerging] - v[t + EmploymentEmerging] * v[t + Wage] * v[t + CompensationScaleEmerging];
        r[64] = v[t + CompensationConstruction] - v[t + EmploymentConstruction] * v[t + Wage] * v[t + CompensationScaleConstruction];
        r[65] = v[t + CompensationServices] - v[t + EmploymentServices] * v[t + Wage] * v[t + CompensationScaleServices];
        r[66] = v[t + CompensationPublic] - v[t + EmploymentPublic] * v[t + Wage] * v[t + CompensationScalePublic];
        r[67] = v[t + CompensationTotal] - (v[t + CompensationPublic] + v[t + CompensationServices] + v[t + CompensationConstruction]
            + v[t + CompensationEmerging] + v[t + CompensationAgriculture] + v[t + CompensationTraditional]);
    }

    private static void PricesBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        int t4 = t - 4 * Columns;
        int t5 = t - 5 * Columns;
        r[68] = v[t + ExpectedInflation] - (v[t + AnchorWeight] * v[t + InflationTarget] / 4.0
            + (1.0 - v[t + AnchorWeight]) * (v[t + ExpectationMemory] * v[t1 + ExpectedInflation]
            + (1.0 - v[t + ExpectationMemory]) * (0.5 * (Math.Log(v[t1 + GdpDeflator]) - Math.Log(v[t5 + GdpDeflator]))
            + 0.5 * (Math.Log(v[t1 + DemandPriceHouseholdConsumption]) - Math.Log(v[t5 + DemandPriceHouseholdConsumption]))) / 4.0));
        r[69] = v[t + PriceWarTraditional] - 0.004 * Evaluation.Softplus((-v[t + UtilisationGapTraditional] - v[t + PriceWarThreshold]) / 0.004)
            * (1.0 - v[t + PriceDiscipline]);
        r[70] = v[t + PriceWarEmerging] - (1.0 - v[t + PriceDiscipline]) * 0.004
            * Evaluation.Softplus((-v[t + UtilisationGapEmerging] - v[t + PriceWarThreshold]) / 0.004);
        r[71] = v[t + UnitLabourCostTraditional] - v[t + EmploymentTraditional] * v[t + Wage] / v[t + ValueAddedTraditional];
        r[72] = v[t + UnitLabourCostEmerging] - v[t + EmploymentEmerging] * v[t + Wage] / v[t + ValueAddedEmerging];
        r[73] = v[t + UnitLabourCostConstruction] - v[t + EmploymentConstruction] * v[t + Wage] / v[t + ValueAddedConstruction];
        r[74] = v[t + UnitLabourCostServices] - v[t + EmploymentServices] * v[t + Wage] / v[t + ValueAddedServices];
        r[75] = Math.Log(v[t + PriceValueAddedAgriculture]) - Math.Log(v[t1 + PriceValueAddedAgriculture])
            - (v[t + FarmPriceInertia] * (Math.Log(v[t1 + PriceValueAddedAgriculture]) - Math.Log(v[t2 + PriceValueAddedAgriculture]))
            + v[t + ExpectedInflation] * (1.0 - v[t + FarmPriceInertia]) + v[t + UtilisationGapAgriculture] * v[t + UtilisationSlopeAgriculture]
            - v[t + FarmPriceCorrection] * Math.Log(v[t1 + PriceValueAddedAgriculture] / v[t1 + DemandPriceHouseholdConsumption])
            + v[t + FarmImportPassthrough] * (Math.Log(v[t + ImportPriceDutyPaid]) - Math.Log(v[t1 + ImportPriceDutyPaid]) - v[t + ExpectedInflation])
            + v[t + AddFactorPriceValueAddedAgriculture]);
        r[76] = Math.Log(v[t + PriceValueAddedTraditional]) - Math.Log(v[t1 + PriceValueAddedTraditional])
            - (v[t + PriceInertia] * (Math.Log(v[t1 + PriceValueAddedTraditional]) - Math.Log(v[t2 + PriceValueAddedTraditional]))
            + v[t + ExpectedInflation] * (1.0 - v[t + PriceInertia]) + v[t + UtilisationGapTraditional] * v[t + UtilisationSlopeTraditional]
            + v[t + CeilingSlope] * 0.004 * Evaluation.Softplus((v[t + UtilisationGapTraditional] - v[t + CeilingThreshold]) / 0.004)
            - v[t + PriceWarTraditional] * v[t + PriceWarSlopeTraditional]
            - v[t + CostCorrection] * Math.Log(v[t1 + PriceValueAddedTraditional] / v[t1 + UnitLabourCostTraditional])
            + (Math.Log(v[t + ImportPriceDutyPaid]) - Math.Log(v[t1 + ImportPriceDutyPaid]) - v[t + ExpectedInflation]) * v[t + ImportPriceExposureTraditional]
            * v[t + ImportPricePassthrough] + v[t + AddFactorPriceValueAddedTraditional]);
        r[77] = Math.Log(v[t + PriceValueAddedEmerging]) - Math.Log(v[t1 + PriceValueAddedEmerging])
            - (v[t + ExpectedInflation] * (1.0 - v[t + PriceInertia])
            + v[t + PriceInertia] * (Math.Log(v[t1 + PriceValueAddedEmerging]) - Math.Log(v[t2 + PriceValueAddedEmerging]))
            + v[t + UtilisationGapEmerging] * v[t + UtilisationSlopeEmerging]
            + v[t + CeilingSlope] * 0.004 * Evaluation.Softplus((v[t + UtilisationGapEmerging] - v[t + CeilingThreshold]) / 0.004)
            - v[t + PriceWarEmerging] * v[t + PriceWarSlopeEmerging]
            - v[t + CostCorrection] * Math.Log(v[t1 + PriceValueAddedEmerging] / v[t1 + UnitLabourCostEmerging])
            + (Math.Log(v[t + ImportPriceDutyPaid]) - Math.Log(v[t1 + ImportPriceDutyPaid]) - v[t + ExpectedInflation]) * v[t + ImportPricePassthrough]
            * v[t + ImportPriceExposureEmerging] + v[t + AddFactorPriceValueAddedEmerging]);
        r[78] = Math.Log(v[t + PriceValueAddedConstruction]) - Math.Log(v[t1 + PriceValueAddedConstruction])
            - (v[t + ExpectedInflation] * (1.0 - v[t + PriceInertia])
            + v[t + PriceInertia] * (Math.Log(v[t1 + PriceValueAddedConstruction]) - Math.Log(v[t2 + PriceValueAddedConstruction]))
            + v[t + UtilisationGapConstruction] * v[t + UtilisationSlopeConstruction]
            + v[t + CeilingSlope] * 0.004 * Evaluation.Softplus((v[t + UtilisationGapConstruction] - v[t + CeilingThreshold]) / 0.004)
            - v[t + CostCorrection] * Math.Log(v[t1 + PriceValueAddedConstruction] / v[t1 + UnitLabourCostConstruction])
            + v[t + HousePricePassthrough] * (Math.Log(v[t + HousePrice]) - Math.Log(v[t1 + HousePrice]) - v[t + ExpectedInflation])
            + v[t + MaterialPassthrough] * (Math.Log(v[t + PriceValueAddedTraditional]) - Math.Log(v[t1 + PriceValueAddedTraditional])
            - v[t + ExpectedInflation]) + v[t + AddFactorPriceValueAddedConstruction]);
        r[79] = Math.Log(v[t + PriceValueAddedServices]) - Math.Log(v[t1 + PriceValueAddedServices])
            - (v[t + ExpectedInflation] * (1.0 - v[t + PriceInertia])
            + v[t + PriceInertia] * (Math.Log(v[t1 + PriceValueAddedServices]) - Math.Log(v[t2 + PriceValueAddedServices]))
            + v[t + UtilisationGapServices] * v[t + UtilisationSlopeServices]
            + v[t + CeilingSlope] * 0.004 * Evaluation.Softplus((v[t + UtilisationGapServices] - v[t + CeilingThreshold]) / 0.004)
            - v[t + CostCorrection] * Math.Log(v[t1 + PriceValueAddedServices] / v[t1 + UnitLabourCostServices]) + v[t + AddFactorPriceValueAddedServices]);
        r[80] = Math.Log(v[t + PriceValueAddedPublic]) - Math.Log(v[t1 + PriceValueAddedPublic])
            - (Math.Log(v[t + Wage]) - Math.Log(v[t1 + Wage]) - v[t + ProductivityGrowth]);
        r[81] = Math.Log(v[t + ImportPrice]) - Math.Log(v[t1 + ImportPrice])
            - (v[t + ImportPriceImpact] * (Math.Log(v[t + ExchangeRate]) - Math.Log(v[t1 + ExchangeRate]) + Math.Log(v[t + WorldImportPrice])
            - Math.Log(v[t1 + WorldImportPrice])) - v[t + ImportPriceCorrection]
            * Math.Log(v[t1 + ImportPrice] / (v[t1 + ExchangeRate] * v[t1 + WorldImportPrice])) + v[t + AddFactorImportPrice]);
        r[82] = v[t + ImportPriceDutyPaid] - v[t + ImportPrice] * (1.0 + v[t + ImportDutyRate]);
        r[83] = v[t + DemandPriceHouseholdConsumption]
            - ((1.0 - v[t + ImportContentHouseholdConsumption] * v[t + ImportShare])
            * (v[t + ContentAgricultureHouseholdConsumption] * v[t + PriceValueAddedAgriculture]
            + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalHouseholdConsumption]
            + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingHouseholdConsumption]
            + v[t + ContentConstructionHouseholdConsumption] * v[t + PriceValueAddedConstruction]
            + v[t + ContentServicesHouseholdConsumption] * v[t + PriceValueAddedServices]
            + v[t + ContentPublicHouseholdConsumption] * v[t + PriceValueAddedPublic]
            + v[t + ContentEmergingHouseholdConsumption] * (1.0 - v[t + EmergingShift]) * (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]))
            + v[t + ImportContentHouseholdConsumption] * v[t + ImportShare] * v[t + ImportPriceDutyPaid]);
        r[84] = v[t + DemandPriceGovernmentConsumption]
            - ((1.0 - v[t + ImportShare] * v[t + ImportContentGovernmentConsumption])
            * (v[t + ContentAgricultureGovernmentConsumption] * v[t + PriceValueAddedAgriculture]
            + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalGovernmentConsumption]
            + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingGovernmentConsumption]
            + v[t + ContentConstructionGovernmentConsumption] * v[t + PriceValueAddedConstruction]
            + v[t + ContentServicesGovernmentConsumption] * v[t + PriceValueAddedServices]
            + v[t + ContentPublicGovernmentConsumption] * v[t + PriceValueAddedPublic]
            + (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]) * v[t + ContentEmergingGovernmentConsumption] * (1.0 - v[t + EmergingShift]))
            + v[t + ImportShare] * v[t + ImportContentGovernmentConsumption] * v[t + ImportPriceDutyPaid]);
        r[85] = v[t + DemandPriceBusinessInvestment]
            - ((1.0 - v[t + ImportShare] * v[t + ImportContentBusinessInvestment])
            * (v[t + ContentAgricultureBusinessInvestment] * v[t + PriceValueAddedAgriculture]
            + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalBusinessInvestment]
            + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingBusinessInvestment]
            + v[t + ContentConstructionBusinessInvestment] * v[t + PriceValueAddedConstruction]
            + v[t + ContentServicesBusinessInvestment] * v[t + PriceValueAddedServices] + v[t + ContentPublicBusinessInvestment] * v[t + PriceValueAddedPublic]
            + (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]) * v[t + ContentEmergingBusinessInvestment] * (1.0 - v[t + EmergingShift]))
            + v[t + ImportShare] * v[t + ImportContentBusinessInvestment] * v[t + ImportPriceDutyPaid]);
        r[86] = v[t + DemandPriceRealEstateInvestment]
            - ((1.0 - v[t + ImportShare] * v[t + ImportContentRealEstateInvestment])
            * (v[t + ContentAgricultureRealEstateInvestment] * v[t + PriceValueAddedAgriculture]
            + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalRealEstateInvestment]
            + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingRealEstateInvestment]
            + v[t + ContentConstructionRealEstateInvestment] * v[t + PriceValueAddedConstruction]
            + v[t + ContentServicesRealEstateInvestment] * v[t + PriceValueAddedServices]
            + v[t + ContentPublicRealEstateInvestment] * v[t + PriceValueAddedPublic]
            + (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]) * v[t + ContentEmergingRealEstateInvestment] * (1.0 - v[t + EmergingShift]))
            + v[t + ImportShare] * v[t + ImportContentRealEstateInvestment] * v[t + ImportPriceDutyPaid]);
        r[87] = v[t + DemandPriceInfrastructure] - ((1.0 - v[t + ImportShare] * v[t + ImportContentInfrastructure])
            * (v[t + ContentAgricultureInfrastructure] * v[t + PriceValueAddedAgriculture]
            + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalInfrastructure] + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingInfrastructure]
            + v[t + ContentConstructionInfrastructure] * v[t + PriceValueAddedConstruction]
            + v[t + ContentServicesInfrastructure] * v[t + PriceValueAddedServices] + v[t + ContentPublicInfrastructure] * v[t + PriceValueAddedPublic]
            + (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]) * v[t + ContentEmergingInfrastructure] * (1.0 - v[t + EmergingShift]))
            + v[t + ImportShare] * v[t + ImportContentInfrastructure] * v[t + ImportPriceDutyPaid]);
        r[88] = v[t + DemandPriceInventories] - ((1.0 - v[t + ImportShare] * v[t + ImportContentInventories])
            * (v[t + ContentAgricultureInventories] * v[t + PriceValueAddedAgriculture]
            + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalInventories] + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingInventories]
            + v[t + ContentConstructionInventories] * v[t + PriceValueAddedConstruction] + v[t + ContentServicesInventories] * v[t + PriceValueAddedServices]
            + v[t + ContentPublicInventories] * v[t + PriceValueAddedPublic]
            + (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]) * v[t + ContentEmergingInventories] * (1.0 - v[t + EmergingShift]))
            + v[t + ImportShare] * v[t + ImportContentInventories] * v[t + ImportPriceDutyPaid]);
        r[89] = v[t + DemandPriceExports] - ((1.0 - v[t + ImportShare] * v[t + ImportContentExports])
            * (v[t + ContentAgricultureExports] * v[t + PriceValueAddedAgriculture] + v[t + PriceValueAddedTraditional] * v[t + ContentTraditionalExports]
            + v[t + PriceValueAddedEmerging] * v[t + ContentEmergingExports] + v[t + ContentConstructionExports] * v[t + PriceValueAddedConstruction]
            + v[t + ContentServicesExports] * v[t + PriceValueAddedServices] + v[t + ContentPublicExports] * v[t + PriceValueAddedPublic]
            + (v[t + PriceValueAddedTraditional] - v[t + PriceValueAddedEmerging]) * v[t + ContentEmergingExports] * (1.0 - v[t + EmergingShift]))
            + v[t + ImportShare] * v[t + ImportContentExports] * v[t + ImportPriceDutyPaid]);
        r[90] = v[t + GdpNominal] - (v[t + ValueAddedNominalEmerging] + v[t + ValueAddedNominalAgriculture] + v[t + ValueAddedNominalTraditional]
            + v[t + ValueAddedNominalConstruction] + v[t + ValueAddedNominalServices] + v[t + ValueAddedNominalPublic] + v[t + ImportDuties]);
        r[91] = v[t + GdpNominalExpenditure] - (v[t + FinalDemandHouseholdConsumption] * v[t + DemandPriceHouseholdConsumption]
            + v[t + FinalDemandGovernmentConsumption] * v[t + DemandPriceGovernmentConsumption]
            + v[t + FinalDemandBusinessInvestment] * v[t + DemandPriceBusinessInvestment]
            + v[t + FinalDemandRealEstateInvestment] * v[t + DemandPriceRealEstateInvestment]
            + v[t + FinalDemandInfrastructure] * v[t + DemandPriceInfrastructure] + v[t + FinalDemandInventories] * v[t + DemandPriceInventories]
            + v[t + ExportsNominal] - v[t + ImportsReal] * v[t + ImportPrice]);
        r[92] = v[t + GdpDeflator] - v[t + GdpNominal] / v[t + GdpReal];
        r[93] = v[t + DeflatorInflation] - (v[t + GdpDeflator] / v[t4 + GdpDeflator] - 1.0);
        r[94] = v[t + NominalGrowth] - (v[t + GdpNominal] / v[t4 + GdpNominal] - 1.0);
        r[95] = v[t + ConsumerInflation] - (v[t + DemandPriceHouseholdConsumption] / v[t4 + DemandPriceHouseholdConsumption] - 1.0);
        r[96] = v[t + ProducerPrice] - Math.Sqrt(v[t + PriceValueAddedTraditional]) * Math.Pow(v[t + PriceValueAddedEmerging], 0.2)
            * Math.Pow(v[t + ImportPriceDutyPaid], 0.3);
        r[97] = v[t + ProducerInflation] - (v[t + ProducerPrice] / v[t4 + ProducerPrice] - 1.0);
        r[98] = v[t + ValueAddedNominalAgriculture] - v[t + ValueAddedAgriculture] * v[t + PriceValueAddedAgriculture];
        r[99] = v[t + ValueAddedNominalConstruction] - v[t + ValueAddedConstruction] * v[t + PriceValueAddedConstruction];
        r[100] = v[t + ValueAddedNominalPublic] - v[t + ValueAddedPublic] * v[t + PriceValueAddedPublic];
        r[101] = v[t + ValueAddedNominalTraditional]
            - (v[t + PriceValueAddedTraditional] * v[t + ValueAddedTraditional] + v[t + ExportMarginShareTraditional] * v[t + ExportMargin]);
        r[102] = v[t + ValueAddedNominalEmerging]
            - (v[t + PriceValueAddedEmerging] * v[t + ValueAddedEmerging] + v[t + ExportMargin] * v[t + ExportMarginShareEmerging]);
        r[103] = v[t + ValueAddedNominalServices]
            - (v[t + ValueAddedServices] * v[t + PriceValueAddedServices]
            + v[t + ExportMargin] * (1.0 - (v[t + ExportMarginShareTraditional] + v[t + ExportMarginShareEmerging])));
        r[104] = v[t + MarginTraditional] - (v[t + ValueAddedNominalTraditional] - v[t + CompensationTraditional]
            - v[t + ValueAddedNominalTraditional] * (v[t + ProductionTaxRate] + v[t + ProductionTaxAddOn]) + v[t + SubsidyTraditional])
            / v[t + ValueAddedNominalTraditional];
        r[105] = v[t + MarginEmerging] - (v[t + ValueAddedNominalEmerging] - v[t + CompensationEmerging]
            - v[t + ValueAddedNominalEmerging] * (v[t + ProductionTaxRate] + v[t + ProductionTaxAddOn]) + v[t + SubsidyEmerging])
            / v[t + ValueAddedNominalEmerging];
        r[106] = v[t + MarginServices] - (v[t + ValueAddedNominalServices] - v[t + CompensationServices]
            - v[t + ValueAddedNominalServices] * (v[t + ProductionTaxRate] + v[t + ProductionTaxAddOn])) / v[t + ValueAddedNominalServices];
        r[107] = v[t + ProfitMargin] - (v[t + ProfitMarginNorm]
            + v[t + ProfitMarginScale] * ((v[t + ValueAddedNominalTraditional] * v[t + MarginTraditional]
            + v[t + ValueAddedNominalEmerging] * v[t + MarginEmerging]) / (v[t + ValueAddedNominalEmerging] + v[t + ValueAddedNominalTraditional])
            - v[t + ReferenceMargin]));
    }

    private static void BusinessBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        r[108] = v[t + Uncertainty] - (v[t + UncertaintyExogenous] + v[t + UncertaintyMemory] * (v[t1 + Uncertainty] - v[t1 + UncertaintyExogenous])
            + v[t + TariffSurprise] * v[t + TariffUncertainty] * 0.002 * Evaluation.Softplus((v[t + TariffUs] - v[t1 + TariffUs]) / 0.002));
        r[109] = v[t + RealLendingRate] - (v[t + LendingRate] - v[t + ExpectedInflation] * 4.0);
        r[110] = v[t + ExpectedGrowth] - (v[t + PlanWeight] * v[t + GrowthTarget] / 4.0 + v[t1 + PotentialGrowth] * (1.0 - v[t + PlanWeight]));
        r[111] = v[t + ExpectedDemandGrowthTraditional]
            - (v[t + DemandMemory] * v[t1 + ExpectedDemandGrowthTraditional]
            + (1.0 - v[t + DemandMemory]) * (Math.Log(v[t + ValueAddedTraditional]) - Math.Log(v[t1 + ValueAddedTraditional])));
        r[112] = v[t + ExpectedDemandGrowthEmerging]
            - (v[t + DemandMemory] * v[t1 + ExpectedDemandGrowthEmerging]
            + (1.0 - v[t + DemandMemory]) * (Math.Log(v[t + ValueAddedEmerging]) - Math.Log(v[t1 + ValueAddedEmerging])));
        r[113] = v[t + ExpectedDemandGrowthServices]
            - (v[t + DemandMemory] * v[t1 + ExpectedDemandGrowthServices]
            + (1.0 - v[t + DemandMemory]) * (Math.Log(v[t + ValueAddedServices]) - Math.Log(v[t1 + ValueAddedServices])));
        r[114] = v[t + StatePushTraditional] - (v[t + SubsidyTraditional] / v[t1 + ValueAddedNominalTraditional] - v[t + ReferenceSubsidyTraditional]
            + v[t + DirectedCreditTraditional] + v[t + PlanPushTraditional] * v[t + ImplementationCapacity] * 0.002
            * Evaluation.Softplus((v[t + EmergingShareTarget] - v[t1 + EmergingShare]) / 0.002));
        r[115] = v[t + StatePushEmerging] - (v[t + SubsidyEmerging] / v[t1 + ValueAddedNominalEmerging] - v[t + ReferenceSubsidyEmerging]
            + v[t + DirectedCreditEmerging] + 0.002 * Evaluation.Softplus((v[t + EmergingShareTarget] - v[t1 + EmergingShare]) / 0.002)
            * v[t + ImplementationCapacity] * v[t + PlanPushEmerging]);
        r[116] = v[t + InvestmentRateTraditional]
            - (v[t + InvestmentInertia] * v[t1 + InvestmentRateTraditional]
            + (1.0 - v[t + InvestmentInertia]) * (v[t + DepreciationTraditional] + v[t1 + ExpectedDemandGrowthTraditional] * v[t + OwnGrowthWeight]
            + (1.0 - v[t + OwnGrowthWeight]) * v[t1 + ExpectedGrowth]
            + v[t + InvestmentUtilisation] * v[t1 + UtilisationGapTraditional] * (1.0 - v[t + SteeringUtilisation] * v[t + StateSteering])
            + v[t + InvestmentMargin] * (v[t1 + MarginTraditional] - v[t + ReferenceMargin])
            - v[t + InvestmentInterest] * (v[t1 + RealLendingRate] - v[t + NeutralRealRate]) / 4.0 * (1.0 - v[t + StateSteering] * v[t + SteeringInterest])
            + v[t + InvestmentPush] * (v[t + StatePushTraditional]
            - v[t1 + CapitalEmerging] * v[t + StatePushEmerging] * v[t + CrowdedOutTraditional] * v[t + CrowdingOut] / v[t1 + CapitalTraditional])
            - v[t + Uncertainty] * v[t + InvestmentUncertainty]) + v[t + AddFactorInvestmentRateTraditional]);
        r[117] = v[t + InvestmentRateEmerging] - (v[t + InvestmentInertia] * v[t1 + InvestmentRateEmerging]
            + (1.0 - v[t + InvestmentInertia]) * ((1.0 - v[t + OwnGrowthWeight]) * v[t1 + ExpectedGrowth] + v[t + DepreciationEmerging]
            + v[t1 + ExpectedDemandGrowthEmerging] * v[t + OwnGrowthWeight]
            + (1.0 - v[t + SteeringUtilisation] * v[t + StateSteering]) * v[t + InvestmentUtilisation] * v[t1 + UtilisationGapEmerging]
            + v[t + InvestmentMargin] * (v[t1 + MarginEmerging] - v[t + ReferenceMargin])
            - v[t + InvestmentInterest] * (v[t1 + RealLendingRate] - v[t + NeutralRealRate]) / 4.0 * (1.0 - v[t + StateSteering] * v[t + SteeringInterest])
            + v[t + InvestmentPush] * (v[t + StatePushEmerging]
            - v[t1 + CapitalEmerging] * v[t + StatePushEmerging] * v[t + CrowdingOut] * v[t + CrowdedOutEmerging] / v[t1 + CapitalEmerging])
            - v[t + Uncertainty] * v[t + InvestmentUncertainty]) + v[t + AddFactorInvestmentRateEmerging]);
        r[118] = v[t + InvestmentRateServices] - (v[t + InvestmentInertia] * v[t1 + InvestmentRateServices]
            + (1.0 - v[t + InvestmentInertia]) * ((1.0 - v[t + OwnGrowthWeight]) * v[t1 + ExpectedGrowth] + v[t + DepreciationServices]
            + v[t1 + ExpectedDemandGrowthServices] * v[t + OwnGrowthWeight] + v[t + InvestmentUtilisation] * v[t1 + UtilisationGapServices]
            + v[t + InvestmentMargin] * (v[t1 + MarginServices] - v[t + ServicesMarginNorm])
            - v[t + InvestmentInterest] * (v[t1 + RealLendingRate] - v[t + NeutralRealRate]) / 4.0
            - v[t1 + CapitalEmerging] * v[t + StatePushEmerging] * v[t + InvestmentPush] * v[t + CrowdingOut] / v[t1 + CapitalServices]
            - v[t + Uncertainty] * v[t + InvestmentUncertainty]) + v[t + AddFactorInvestmentRateServices]);
        r[119] = v[t + InvestmentTraditional] - v[t1 + CapitalTraditional] * v[t + InvestmentRateTraditional];
        r[120] = v[t + InvestmentEmerging] - v[t1 + CapitalEmerging] * v[t + InvestmentRateEmerging];
        r[121] = v[t + InvestmentServices] - v[t1 + CapitalServices] * v[t + InvestmentRateServices];
        r[122] = v[t + InvestmentAgriculture] - v[t + ValueAddedAgriculture] * Math.Exp(v[t + AddFactorInvestmentAgriculture]);
        r[123] = v[t + InvestmentConstruction] - (v[t + ValueAddedConstruction] * v[t + ConstructionEquipment]
            + (1.0 - v[t + ConstructionEquipment]) * v[t1 + InvestmentConstruction]) * Math.Exp(v[t + AddFactorInvestmentConstruction]);
        r[124] = v[t + ExitRateTraditional] - (v[t + MarketExitRate] * (1.0 - v[t + StateSteering]) + v[t + ForcedExit]);
        r[125] = v[t + ExitRateEmerging] - (v[t + MarketExitRate] * (1.0 - v[t + StateSteering]) + v[t + ForcedExit]);
        r[126] = v[t + Renewal] - v[t1 + Renewal]
            - (v[t + RenewalWeight] * (v[t1 + ZombieShareTraditional] * v[t + ExitRateTraditional] + v[t1 + ZombieShareEmerging] * v[t + ExitRateEmerging])
            - v[t1 + Renewal] * v[t + RenewalFading]);
        r[127] = v[t + ZombieShareTraditional] - v[t1 + ZombieShareTraditional]
            - (v[t + ZombieInflow] * 0.004 * Evaluation.Softplus((v[t + ZombieMarginTraditional] - v[t1 + MarginTraditional]) / 0.004)
            - v[t1 + ZombieShareTraditional] * v[t + ExitRateTraditional] + v[t + AddFactorZombieShareTraditional]);
        r[128] = v[t + ZombieShareEmerging] - v[t1 + ZombieShareEmerging]
            - (v[t + ZombieInflow] * 0.004 * Evaluation.Softplus((v[t + ZombieMarginEmerging] - v[t1 + MarginEmerging]) / 0.004)
            - v[t1 + ZombieShareEmerging] * v[t + ExitRateEmerging] + v[t + AddFactorZombieShareEmerging]);
        r[129] = v[t + CapitalTraditional] - v[t1 + CapitalTraditional]
            - (v[t + InvestmentTraditional] - v[t1 + CapitalTraditional]
            * (v[t + DepreciationTraditional] + v[t1 + ZombieShareTraditional] * v[t + ExitRateTraditional]));
        r[130] = v[t + CapitalEmerging] - v[t1 + CapitalEmerging]
            - (v[t + InvestmentEmerging] - v[t1 + CapitalEmerging] * (v[t + DepreciationEmerging] + v[t1 + ZombieShareEmerging] * v[t + ExitRateEmerging]));
        r[131] = v[t + CapitalAgriculture] - v[t1 + CapitalAgriculture]
            - (v[t + InvestmentAgriculture] - v[t1 + CapitalAgriculture] * v[t + DepreciationAgriculture]);
        r[132] = v[t + CapitalConstruction] - v[t1 + CapitalConstruction]
            - (v[t + InvestmentConstruction] - v[t1 + CapitalConstruction] * v[t + DepreciationConstruction]);
        r[133] = v[t + CapitalServices] - v[t1 + CapitalServices] - (v[t + InvestmentServices] - v[t1 + CapitalServices] * v[t + DepreciationServices]);
        r[134] = v[t + CapitalPublic] - v[t1 + CapitalPublic] - (v[t + FinalDemandInfrastructure] - v[t1 + CapitalPublic] * v[t + DepreciationPublic]);
    }

    private static void InnovationBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        r[135] = v[t + ResearchSpending] - v[t + GdpNominal] * v[t + ResearchRatio];
        r[136] = v[t + ResearchStock] - v[t1 + ResearchStock]
            - (v[t + ResearchSpending] / v[t + GdpDeflator] - v[t1 + ResearchStock] * v[t + ResearchDepreciation]);
        r[137] = v[t + Technology] - Math.Pow(v[t + ResearchStock] / v[t + FrontierResearchStock], v[t + TechnologyElasticity])
            * (1.0 - (1.0 - v[t1 + SelfReliance]) * v[t + ExportControls] * v[t + ExportControlDamage] * v[t + TechnologyExposure])
            * Math.Exp(v[t + AddFactorTechnology]);
        r[138] = v[t + SelfReliance] - v[t1 + SelfReliance]
            - ((v[t + ImplementationCapacity] * v[t + SelfRelianceSpeed] * v[t + ResearchRatio] / v[t + NormalResearchRatio]
            + v[t + SelfRelianceResponse] * v[t1 + ExportControls]) * (v[t + SelfRelianceCeiling] - v[t1 + SelfReliance]) + v[t + AddFactorSelfReliance]);
    }

    private static void TradeBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        int t3 = t - 3 * Columns;
        int t5 = t - 5 * Columns;
        r[139] = v[t + ExportUtilisationGap] - (v[t + UtilisationGapTraditional] * v[t + SlackWeight]
            + v[t + UtilisationGapEmerging] * (1.0 - v[t + SlackWeight]));
        r[140] = Math.Log(v[t + ExportPrice]) - Math.Log(v[t1 + ExportPrice])
            - (v[t + ExportCostPassthrough] * (Math.Log(v[t + DemandPriceExports]) - Math.Log(v[t1 + DemandPriceExports]))
            + v[t + ExportMarketPricing] * (Math.Log(v[t + ExchangeRate]) - Math.Log(v[t1 + ExchangeRate]) + Math.Log(v[t + CompetitorExportPrice])
            - Math.Log(v[t1 + CompetitorExportPrice]))
            - v[t + ExportPriceCorrection] * (v[t + ExportCostWeight] * Math.Log(v[t1 + ExportPrice] / v[t1 + DemandPriceExports])
            + (1.0 - v[t + ExportCostWeight]) * Math.Log(v[t1 + ExportPrice] / (v[t1 + ExchangeRate] * v[t1 + CompetitorExportPrice])))
            + v[t + AddFactorExportPrice]);
        r[141] = v[t + UsTariffWedge] - (Math.Log((1.0 + v[t + TariffUs]) / (1.0 + v[t + UsTariffReference]))
            - Math.Log((1.0 + v[t + UsTariffOnOthers]) / (1.0 + v[t + UsTariffOnOthersReference])));
        r[142] = v[t + ExportPriceUs] - v[t + ExportPrice]
            * Math.Exp(Math.Log((1.0 + v[t + TariffUs]) / (1.0 + v[t + UsTariffReference])) * -v[t + TariffAbsorption]);
        r[143] = v[t + RelativePriceUs] - (1.0 + v[t + TariffUs]) * v[t + ExportPriceUs]
            / ((1.0 + v[t + UsTariffOnOthers]) * v[t + ExchangeRate] * v[t + CompetitorExportPrice]);
        r[144] = v[t + RelativePriceEu] - v[t + ExportPrice] * (1.0 + v[t + TariffEu])
            / (v[t + CompetitorExportPrice] * v[t + ExchangeRate] * v[t + PartnerCurrencyEu]);
        r[145] = v[t + RelativePriceAsean] - v[t + ExportPrice] * (1.0 + v[t + TariffAsean])
            / (v[t + CompetitorExportPrice] * v[t + ExchangeRate] * v[t + PartnerCurrencyAsean]);
        r[146] = v[t + RelativePriceOther] - v[t + ExportPrice] * (1.0 + v[t + TariffOther])
            / (v[t + CompetitorExportPrice] * v[t + ExchangeRate] * v[t + PartnerCurrencyOther]);
        r[147] = Math.Log(v[t + ExportsRealUs]) - Math.Log(v[t1 + ExportsRealUs])
            - (Math.Log(v[t + ImportDemandUs]) - Math.Log(v[t1 + ImportDemandUs])
            - v[t + PriceImpact] * v[t + PriceElasticityUs] * (Math.Log(v[t + RelativePriceUs]) - Math.Log(v[t1 + RelativePriceUs]))
            - v[t + ExportCorrection] * (Math.Log(v[t1 + ExportsRealUs] / v[t1 + ImportDemandUs]) + v[t + PriceElasticityUs] * Math.Log(v[t1 + RelativePriceUs])
            - v[t + QualityElasticity] * Math.Log(v[t1 + Technology]) + v[t + VentForSurplus] * v[t1 + ExportUtilisationGap]
            - Math.Log(1.0 + v[t + DiversionShareUs] * v[t1 + ExportsLost] / v[t1 + ExportsRealUs])) + v[t + AddFactorExportsRealUs]);
        r[148] = Math.Log(v[t + ExportsRealEu]) - Math.Log(v[t1 + ExportsRealEu])
            - (Math.Log(v[t + ImportDemandEu]) - Math.Log(v[t1 + ImportDemandEu])
            - v[t + PriceImpact] * v[t + PriceElasticityEu] * (Math.Log(v[t + RelativePriceEu]) - Math.Log(v[t1 + RelativePriceEu]))
            - v[t + ExportCorrection] * (v[t + VentForSurplus] * v[t1 + ExportUtilisationGap] + Math.Log(v[t1 + ExportsRealEu] / v[t1 + ImportDemandEu])
            + v[t + PriceElasticityEu] * Math.Log(v[t1 + RelativePriceEu]) - v[t + QualityElasticity] * Math.Log(v[t1 + Technology])
            - Math.Log(1.0 + v[t1 + ExportsLost] * v[t + DiversionShareEu] / v[t1 + ExportsRealEu])) + v[t + AddFactorExportsRealEu]);
        r[149] = Math.Log(v[t + ExportsRealAsean]) - Math.Log(v[t1 + ExportsRealAsean])
            - (Math.Log(v[t + ImportDemandAsean]) - Math.Log(v[t1 + ImportDemandAsean])
            - v[t + PriceImpact] * v[t + PriceElasticityAsean] * (Math.Log(v[t + RelativePriceAsean]) - Math.Log(v[t1 + RelativePriceAsean]))
            - v[t + ExportCorrection] * (v[t + VentForSurplus] * v[t1 + ExportUtilisationGap] + Math.Log(v[t1 + ExportsRealAsean] / v[t1 + ImportDemandAsean])
            + v[t + PriceElasticityAsean] * Math.Log(v[t1 + RelativePriceAsean]) - v[t + QualityElasticity] * Math.Log(v[t1 + Technology])
            - Math.Log(1.0 + v[t1 + ExportsLost] * v[t + DiversionShareAsean] / v[t1 + ExportsRealAsean])) + v[t + AddFactorExportsRealAsean]);
        r[150] = Math.Log(v[t + ExportsRealOther]) - Math.Log(v[t1 + ExportsRealOther])
            - (Math.Log(v[t + ImportDemandOther]) - Math.Log(v[t1 + ImportDemandOther])
            - v[t + PriceImpact] * v[t + PriceElasticityOther] * (Math.Log(v[t + RelativePriceOther]) - Math.Log(v[t1 + RelativePriceOther]))
            - v[t + ExportCorrection] * (v[t + VentForSurplus] * v[t1 + ExportUtilisationGap] + Math.Log(v[t1 + ExportsRealOther] / v[t1 + ImportDemandOther])
            + v[t + PriceElasticityOther] * Math.Log(v[t1 + RelativePriceOther]) - v[t + QualityElasticity] * Math.Log(v[t1 + Technology])
            - Math.Log(1.0 + v[t1 + ExportsLost] * v[t + DiversionShareOther] / v[t1 + ExportsRealOther])) + v[t + AddFactorExportsRealOther]);
        r[151] = v[t + ExportsLost] - (v[t1 + ExportsLost] * v[t + LostSalesMemory]
            + v[t + ExportsRealUs] * (1.0 - v[t + LostSalesMemory]) * (Math.Exp(v[t + PriceElasticityUs] * Math.Max(v[t + UsTariffWedge], 0.0)) - 1.0));
        r[152] = Math.Log(v[t + ExportsServices]) - Math.Log(v[t1 + ExportsServices])
            - (Math.Log(v[t + ImportDemandOther]) - Math.Log(v[t1 + ImportDemandOther])
            - v[t + ServicesExportSpeed] * (Math.Log(v[t1 + ExportsServices] / v[t1 + ImportDemandOther])
            + Math.Log(v[t1 + ExportPrice] / (v[t1 + ExchangeRate] * v[t1 + CompetitorExportPrice])) * v[t + ServicesPriceElasticity])
            + v[t + AddFactorExportsServices]);
        r[153] = v[t + ExportsNominal] - (v[t + ExportPrice]
            * (v[t + ExportsServices] + v[t + ExportsRealOther] + v[t + ExportsRealEu] + v[t + ExportsRealAsean]) + v[t + ExportsRealUs] * v[t + ExportPriceUs]);
        r[154] = v[t + ExportMargin] - (v[t + ExportsNominal] - v[t + FinalDemandExports] * v[t + DemandPriceExports]);
        r[155] = v[t + PriceDomestic] - (v[t + ValueAddedServices] * v[t + PriceValueAddedServices]
            + v[t + ValueAddedConstruction] * v[t + PriceValueAddedConstruction] + v[t + PriceValueAddedEmerging] * v[t + ValueAddedEmerging]
            + v[t + ValueAddedAgriculture] * v[t + PriceValueAddedAgriculture] + v[t + PriceValueAddedTraditional] * v[t + ValueAddedTraditional])
            / (v[t + ValueAddedServices] + v[t + ValueAddedConstruction] + v[t + ValueAddedEmerging] + v[t + ValueAddedAgriculture]
            + v[t + ValueAddedTraditional]);
        r[156] = Math.Log(v[t + ImportShare]) - Math.Log(v[t1 + ImportShare])
            - (v[t + ImportSpeed] * (-v[t + ImportElasticity] * Math.Log(v[t1 + ImportPriceDutyPaid] / v[t1 + PriceDomestic])
            - v[t + ImportSubstitution] * (v[t1 + SelfReliance] - v[t + ReferenceSelfReliance]) - v[t + ExportControls] * v[t + ImportControlEffect]
            + v[t + ImportSpill] * v[t1 + OutputGap] - Math.Log(v[t1 + ImportShare])) + v[t + ImportImpact] * (v[t + OutputGap] - v[t1 + OutputGap])
            + v[t + AddFactorImportShare]);
        r[157] = v[t + RealExchangeRate] - Math.Sqrt(v[t + DemandPriceHouseholdConsumption] * v[t + ProducerPrice])
            / (v[t + ExchangeRate] * v[t + BasketCurrency] * v[t + ForeignConsumerPrice]);
        r[158] = Math.Log(v[t + ExchangeRate]) - Math.Log(v[t1 + ExchangeRate])
            - (v[t + ExchangeRateInertia] * (Math.Log(v[t1 + ExchangeRate]) - Math.Log(v[t2 + ExchangeRate]))
            - v[t + BasketResponse] * (Math.Log(v[t + BasketCurrency]) - Math.Log(v[t1 + BasketCurrency]))
            + v[t + InterestResponse] * (v[t + UsPolicyRate] - v[t + PolicyRate] - v[t + NeutralRateGap]) / 4.0
            + (v[t + TariffUs] - v[t1 + TariffUs]) * v[t + TariffDepreciation]
            - v[t + CurrentAccountResponse] * (v[t1 + CurrentAccountRatio] - v[t + CurrentAccountNorm]) / 4.0 - v[t + ExchangeRatePolicy]
            + v[t + AddFactorExchangeRate]);
        r[159] = v[t + TariffEu] - v[t1 + TariffEu]
            - (v[t + ProtectionSpeed] * (v[t + TariffExogenousEu]
            + v[t + ProtectionResponseEu] * 0.01 * Evaluation.Softplus((Math.Log(v[t1 + ExportPrice] * v[t1 + ExportsRealEu] / v[t1 + ImportDemandEu]
            / v[t1 + MarketShareNormEu]) - v[t + ProtectionThreshold]) / 0.01) - v[t1 + TariffEu]) + v[t + AddFactorTariffEu]);
        r[160] = v[t + TariffAsean] - v[t1 + TariffAsean]
            - (v[t + ProtectionSpeed] * (v[t + TariffExogenousAsean]
            + v[t + ProtectionResponseAsean] * 0.01 * Evaluation.Softplus((Math.Log(v[t1 + ExportPrice] * v[t1 + ExportsRealAsean] / v[t1 + ImportDemandAsean]
            / v[t1 + MarketShareNormAsean]) - v[t + ProtectionThreshold]) / 0.01) - v[t1 + TariffAsean]) + v[t + AddFactorTariffAsean]);
        r[161] = v[t + TariffOther] - v[t1 + TariffOther]
            - (v[t + ProtectionSpeed] * (v[t + TariffExogenousOther]
            + v[t + ProtectionResponseOther] * 0.01 * Evaluation.Softplus((Math.Log(v[t1 + ExportPrice] * v[t1 + ExportsRealOther] / v[t1 + ImportDemandOther]
            / v[t1 + MarketShareNormOther]) - v[t + ProtectionThreshold]) / 0.01) - v[t1 + TariffOther]) + v[t + AddFactorTariffOther]);
        r[162] = v[t + MarketShareNormEu] - (v[t1 + MarketShareNormEu] * v[t + MarketShareMemory]
            + v[t + ExportPrice] * v[t + ExportsRealEu] * (1.0 - v[t + MarketShareMemory]) / v[t + ImportDemandEu]);
        r[163] = v[t + MarketShareNormAsean] - (v[t1 + MarketShareNormAsean] * v[t + MarketShareMemory]
            + v[t + ExportPrice] * v[t + ExportsRealAsean] * (1.0 - v[t + MarketShareMemory]) / v[t + ImportDemandAsean]);
        r[164] = v[t + MarketShareNormOther] - (v[t1 + MarketShareNormOther] * v[t + MarketShareMemory]
            + v[t + ExportPrice] * v[t + ExportsRealOther] * (1.0 - v[t + MarketShareMemory]) / v[t + ImportDemandOther]);
        r[165] = v[t + TariffUs] - (v[t + TariffExogenousUs]
            + v[t + UsTariffReaction] * 0.01 * Evaluation.Softplus((Math.Log(v[t1 + Technology] / v[t5 + Technology]) - v[t + TechnologyAlarm]) / 0.01));
        r[166] = v[t + ExportControls] - Math.Min(1.0, v[t + ExportControlsExogenous]
            + 0.01 * Evaluation.Softplus((Math.Log(v[t1 + Technology] / v[t5 + Technology]) - v[t + TechnologyAlarm]) / 0.01) * v[t + ExportControlReaction]);
        r[167] = v[t + PrimaryIncome] - ((v[t + ReserveYield] * v[t1 + ForeignReserves] + v[t + ForeignAssetYield] * v[t1 + NetForeignAssets]) / 4.0
            - v[t + ForeignProfits]);
        r[168] = v[t + ForeignProfits] - v[t + GdpNominal] * v[t + ForeignProfitRatio];
        r[169] = v[t + CurrentAccount] - (v[t + PrimaryIncome] + v[t + ExportsNominal] - v[t + ImportsReal] * v[t + ImportPrice]);
        r[170] = v[t + CurrentAccountRatio] - (v[t + CurrentAccount] + v[t1 + CurrentAccount] + v[t2 + CurrentAccount] + v[t3 + CurrentAccount])
            / (v[t + GdpNominal] + v[t1 + GdpNominal] + v[t2 + GdpNominal] + v[t3 + GdpNominal]);
        r[171] = v[t + NetExportsRatio] - (v[t + ExportsNominal] - v[t + ImportsReal] * v[t + ImportPrice]) / v[t + GdpNominal];
        r[172] = v[t + CustomsExports] - v[t + CustomsExportRatio]
            * (v[t + ExportsRealUs] * v[t + ExportPriceUs] + v[t + ExportPrice] * (v[t + ExportsRealOther] + v[t + ExportsRealEu] + v[t + ExportsRealAsean]))
            / (v[t + ExchangeRate] * v[t + DollarParity]);
        r[173] = v[t + CustomsImports] - v[t + ImportsReal] * v[t + ImportPrice] * v[t + CustomsImportRatio] * v[t + GoodsShareOfImports]
            / (v[t + ExchangeRate] * v[t + DollarParity]);
        r[174] = v[t + CustomsExportsUs] - v[t + ExportsRealUs] * v[t + ExportPriceUs] * v[t + CustomsExportRatio]
            / (v[t + ExchangeRate] * v[t + DollarParity]);
        r[175] = v[t + CustomsBalance] - (v[t + CustomsExports] - v[t + CustomsImports]);
        r[176] = v[t + CustomsBalanceRatio] - v[t + ExchangeRate] * v[t + DollarParity] * v[t + CustomsBalance] / v[t + GdpNominal];
    }

    private static void PropertyBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        r[177] = v[t + HousePriceToIncome] - v[t + HousePrice] / (v[t + HouseholdIncome] / v[t + ReferenceIncome]);
        r[178] = v[t + ExpectedHouseInflation] - (v[t + HouseExpectationMemory] * v[t1 + ExpectedHouseInflation]
            + (1.0 - v[t + HouseExpectationMemory]) * 4.0 * (Math.Log(v[t1 + HousePrice]) - Math.Log(v[t2 + HousePrice])));
        r[179] = v[t + HomeSalesTarget] - v[t + HousingDemographics] * Math.Pow(v[t + HouseholdIncomeReal], v[t + SalesIncomeElasticity])
            * Math.Pow(v[t1 + HousePriceToIncome] / v[t + HousePriceNorm], -v[t + SalesAffordabilityElasticity])
            * Math.Exp(v[t + SalesExpectation] * (v[t + ExpectedHouseInflation] - v[t1 + MortgageRate]) + v[t + HousingConfidence]);
        r[180] = Math.Log(v[t + HomeSales]) - Math.Log(v[t1 + HomeSales])
            - (v[t + SalesSpeed] * Math.Log(v[t + HomeSalesTarget] / v[t1 + HomeSales])
            + v[t + SalesMomentum] * (Math.Log(v[t1 + HomeSales]) - Math.Log(v[t2 + HomeSales])) + v[t + AddFactorHomeSales]);
        r[181] = v[t + UnsoldQuarters] - v[t1 + UnsoldHomes] / v[t + HomeSales];
        r[182] = Math.Log(v[t + HousePrice]) - Math.Log(v[t1 + HousePrice])
            - ((Math.Log(v[t1 + HousePrice]) - Math.Log(v[t2 + HousePrice])) * v[t + HousePriceMomentum]
            + v[t + ExpectedInflation] * (1.0 - v[t + HousePriceMomentum]) + (Math.Log(v[t + HomeSales]) - Math.Log(v[t1 + HomeSales])) * v[t + HousePriceSales]
            - v[t + HousePriceOverhang] * Math.Log(v[t + UnsoldQuarters] / v[t + NormalUnsold])
            - v[t + HousePriceAffordability] * Math.Log(v[t1 + HousePriceToIncome] / v[t + HousePriceNorm]) + v[t + HousePricePolicy]
            + v[t + AddFactorHousePrice]);
        r[183] = v[t + DeveloperLiquidity] - Math.Exp(-v[t + RestrictionEffect] * v[t + DeveloperRestriction]
            - v[t + LeverageEffect] * 0.05 * Evaluation.Softplus((v[t1 + DeveloperDebt] / (4.0 * v[t1 + HomeSalesValue]) - v[t + LeverageThreshold]) / 0.05));
        r[184] = Math.Log(v[t + HousingStarts]) - Math.Log(v[t1 + HousingStarts])
            - (v[t + StartsSpeed] * (Math.Log(v[t1 + HomeSales] / v[t1 + HousingStarts])
            - Math.Log(v[t + UnsoldQuarters] / v[t + NormalUnsold]) * v[t + StartsOverhang] + v[t + StartsLiquidity] * Math.Log(v[t + DeveloperLiquidity]))
            + v[t + AddFactorHousingStarts]);
        r[185] = v[t + HomesUnderConstruction] - v[t1 + HomesUnderConstruction] - (v[t + HousingStarts] - v[t + HousingCompletions]);
        r[186] = v[t + HousingCompletions] - v[t1 + HomesUnderConstruction] * v[t + CompletionRate]
            * Math.Pow(v[t + DeveloperLiquidity], v[t + CompletionLiquidity]) * (1.0 + v[t + CompletionFunding]) * Math.Exp(v[t + AddFactorHousingCompletions]);
        r[187] = v[t + UnsoldHomes] - v[t1 + UnsoldHomes] - (v[t + HousingStarts] * v[t + HomesPerStart] - v[t + HomeSales] - v[t + HomePurchasesGovernment]);
        r[188] = v[t + FinalDemandRealEstateInvestment]
            - (v[t + HousingStarts] * v[t + WorksPerStart]
            + (1.0 + v[t + CompletionFunding]) * v[t1 + HomesUnderConstruction] * v[t + CompletionRate] * v[t + WorksPerHome]
            * Math.Pow(v[t + DeveloperLiquidity], v[t + WorksLiquidity])) * Math.Exp(v[t + AddFactorFinalDemandRealEstateInvestment]);
        r[189] = v[t + HousingStock] - v[t1 + HousingStock] - (v[t + HousingCompletions] - v[t1 + HousingStock] * v[t + HousingDepreciation]);
        r[190] = v[t + HousingWealth] - v[t + HousePrice] * v[t + HousingStock];
        r[191] = v[t + HomeSalesValue] - v[t + HousePrice] * v[t + HomeSales];
        r[192] = Math.Log(v[t + LandRevenue]) - Math.Log(v[t1 + LandRevenue])
            - (v[t + LandSpeed] * (Math.Log(v[t + HousePrice]) * v[t + LandPriceElasticity] + Math.Log(v[t + HousingStarts]) * v[t + LandStartsElasticity]
            + Math.Log(v[t + HomeSales]) * v[t + LandSalesElasticity] + Math.Log(v[t + DeveloperLiquidity]) * v[t + LandLiquidityElasticity]
            - Math.Log(v[t1 + LandRevenue])) + v[t + AddFactorLandRevenue]);
        r[193] = v[t + LandRevenueRatio] - (v[t + LandMemory] * v[t1 + LandRevenueRatio]
            + v[t + LandRevenue] * (1.0 - v[t + LandMemory]) / v[t + GdpNominal]);
        r[194] = v[t + VehicleLandShare] - Math.Min(v[t + VehicleLandCeiling], v[t + VehicleLandFloor]
            + v[t + VehicleLandResponse] * 0.02 * Evaluation.Softplus((1.0 - v[t + DeveloperLiquidity]) / 0.02));
    }

    private static void HouseholdSectorBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        r[195] = v[t + HouseholdIncome] - (v[t + CompensationTotal] + v[t + SocialBenefits] + v[t + HouseholdTransfers] + v[t + TradeInSubsidies]
            + v[t + LandCompensation] + v[t + DividendsFirms] + v[t + DividendsBanks]
            + (v[t + DepositRate] * v[t1 + HouseholdDeposits] - v[t + MortgageRate] * v[t1 + HouseholdLoans]) / 4.0 - v[t + PersonalIncomeTax]
            - v[t + SocialContributions]);
        r[196] = v[t + HouseholdIncomeReal] - v[t + HouseholdIncome] / v[t + DemandPriceHouseholdConsumption];
        r[197] = v[t + HouseholdIncomeAdjusted] - (v[t + HouseholdIncome] - v[t + ExpectedInflation] * (v[t1 + HouseholdDeposits] - v[t1 + HouseholdLoans]))
            / v[t + DemandPriceHouseholdConsumption];
        r[198] = v[t + Precaution] - (v[t + PrecautionMemory] * v[t1 + Precaution]
            + (1.0 - v[t + PrecautionMemory]) * ((v[t + Unemployment] - v[t + NaturalUnemployment]) * v[t + PrecautionJobs]
            + v[t + PrecautionBenefits] * (v[t + ReferenceBenefits] - v[t + SocialBenefitRatio])
            + v[t + PrecautionHouses] * 0.01 * Evaluation.Softplus(-v[t + ExpectedHouseInflation] / 0.01) + v[t + Uncertainty] * v[t + PrecautionUncertainty]
            + v[t + PrecautionDeflation] * 0.003 * Evaluation.Softplus(-v[t1 + ConsumerInflation] / 0.003)
            + v[t + PrecautionLocal] * 0.004 * Evaluation.Softplus(v[t1 + LocalFundingGap] / 0.004)));
        r[199] = v[t + ConsumptionTarget] - v[t + HouseholdIncomeAdjusted]
            * Math.Pow(v[t1 + HousingWealth] / (4.0 * v[t + HouseholdIncome]), v[t + HousingWealthElasticity])
            * Math.Pow(v[t1 + HouseholdDeposits] / (4.0 * v[t + HouseholdIncome]), v[t + LiquidWealthElasticity])
            * Math.Exp(v[t + Precaution] * -v[t + ConsumptionPrecaution] - (v[t + LendingRate] - v[t + ExpectedInflation] * 4.0) * v[t + ConsumptionInterest]
            + v[t + SocialReform]);
        r[200] = Math.Log(v[t + CoreConsumption]) - Math.Log(v[t1 + CoreConsumption])
            - (v[t + ConsumptionIncome] * (Math.Log(v[t + HouseholdIncomeAdjusted]) - Math.Log(v[t1 + HouseholdIncomeAdjusted]))
            + v[t + ConsumptionInertia] * (Math.Log(v[t1 + CoreConsumption]) - Math.Log(v[t2 + CoreConsumption]))
            + v[t1 + PotentialGrowth] * (1.0 - v[t + ConsumptionIncome] - v[t + ConsumptionInertia])
            + v[t + ConsumptionCorrection] * Math.Log(v[t + ConsumptionTarget] / v[t1 + CoreConsumption]) + v[t + AddFactorCoreConsumption]);
        r[201] = v[t + PulledForwardPurchases] - v[t1 + PulledForwardPurchases]
            - (v[t + TradeInSubsidies] * v[t + TradeInPayback] * v[t + TradeInEffect] / v[t + DemandPriceHouseholdConsumption]
            - v[t1 + PulledForwardPurchases] * v[t + PaybackSpeed]);
        r[202] = v[t + FinalDemandHouseholdConsumption]
            - (v[t + CoreConsumption] + v[t + TradeInSubsidies] * v[t + TradeInEffect] / v[t + DemandPriceHouseholdConsumption]
            - v[t1 + PulledForwardPurchases] * v[t + PaybackSpeed]);
        r[203] = v[t + SavingRate] - (1.0 - v[t + FinalDemandHouseholdConsumption] * v[t + DemandPriceHouseholdConsumption] / v[t + HouseholdIncome]);
        r[204] = v[t + ConsumptionShare] - v[t + FinalDemandHouseholdConsumption] * v[t + DemandPriceHouseholdConsumption] / v[t + GdpNominal];
        r[205] = v[t + PersonalIncomeTax] - v[t + CompensationTotal] * v[t + IncomeTaxRate];
        r[206] = v[t + SocialContributions] - v[t + CompensationTotal] * v[t + ContributionRate];
        r[207] = v[t + HouseholdLoans] - v[t1 + HouseholdLoans]
            - (v[t + HomeSalesValue] * v[t + MortgageShare] + v[t + HouseholdOtherLoans] - v[t1 + HouseholdLoans] * v[t + HouseholdRepayment]);
        r[208] = v[t + HouseholdOtherLoans] - v[t + HouseholdIncome] * v[t + OtherLoansRatio] * Math.Exp(v[t + AddFactorHouseholdOtherLoans]);
        r[209] = v[t + CurrencyHeld] / v[t1 + CurrencyHeld] - 1.0
            - (v[t + FinalDemandHouseholdConsumption] * v[t + DemandPriceHouseholdConsumption]
            / (v[t1 + DemandPriceHouseholdConsumption] * v[t1 + FinalDemandHouseholdConsumption]) - 1.0);
        r[210] = v[t + HouseholdDeposits] - v[t1 + HouseholdDeposits]
            - (v[t + HouseholdLoans] - v[t1 + HouseholdLoans] + v[t + HouseholdIncome]
            - v[t + FinalDemandHouseholdConsumption] * v[t + DemandPriceHouseholdConsumption] - v[t + HomeSalesValue]
            - (v[t + CurrencyHeld] - v[t1 + CurrencyHeld]));
        r[211] = v[t + HouseholdNetWorth] - (v[t + HousingWealth] + v[t + CurrencyHeld] + v[t + HouseholdDeposits] - v[t + HouseholdLoans]);
    }

    private static void FirmSectorBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        r[212] = v[t + OperatingSurplus] - (v[t + GdpNominal] - v[t + ImportDuties] - v[t + CompensationTotal] - v[t + ProductionTaxes]
            + v[t + SubsidyTraditional] + v[t + SubsidyEmerging]);
        r[213] = v[t + ProductionTaxAddOn] - v[t + FiscalAnchor] * v[t + AnchorTaxResponse] * 0.02
            * Evaluation.Softplus((v[t1 + AugmentedDebtRatio] - v[t + DebtAnchor]) / 0.02);
        r[214] = v[t + ProductionTaxes] - (v[t + ProductionTaxRate] + v[t + ProductionTaxAddOn]) * (v[t + GdpNominal] - v[t + ImportDuties]);
        r[215] = v[t + ProfitFirms] - (v[t + OperatingSurplus] - v[t + LendingRate] * v[t1 + FirmLoans] / 4.0
            + v[t + DepositRate] * v[t1 + FirmDeposits] / 4.0 - v[t + ForeignProfits]);
        r[216] = v[t + CompanyTaxFirms] - v[t + ProfitFirms] * v[t + CompanyTaxRateFirms];
        r[217] = v[t + CompanyTaxBanks] - v[t + CompanyTaxRateBanks] * v[t + ProfitBanks];
        r[218] = v[t + DividendsFirms] - v[t + ProfitFirms] * v[t + PayoutRatioFirms];
        r[219] = v[t + DividendsBanks] - v[t + ProfitBanks] * v[t + PayoutRatioBanks];
        r[220] = v[t + FirmDeposits] - v[t1 + FirmDeposits] - v[t + FirmLiquiditySpeed] * (v[t + GdpNominal] * v[t + FirmLiquidity] - v[t1 + FirmDeposits]);
        r[221] = v[t + FirmWriteOffs] - (v[t1 + FirmLoans] * v[t + NormalWriteOffs]
            + v[t + DemandPriceBusinessInvestment] * v[t + ExitLoss]
            * (v[t1 + CapitalTraditional] * v[t1 + ZombieShareTraditional] * v[t + ExitRateTraditional]
            + v[t1 + CapitalEmerging] * v[t1 + ZombieShareEmerging] * v[t + ExitRateEmerging]));
        r[222] = v[t + FirmLoans] - v[t1 + FirmLoans]
            - (v[t + FirmDeposits] - v[t1 + FirmDeposits] + v[t + FinalDemandInventories] * v[t + DemandPriceInventories]
            + v[t + FinalDemandBusinessInvestment] * v[t + DemandPriceBusinessInvestment]
            + v[t + FinalDemandRealEstateInvestment] * v[t + DemandPriceRealEstateInvestment] * v[t + OwnWorksShare]
            - (v[t + ProfitFirms] - v[t + CompanyTaxFirms] - v[t + DividendsFirms]) - v[t + FirmWriteOffs]);
        r[223] = v[t + DeveloperDebt] - v[t1 + DeveloperDebt]
            - (v[t + FinalDemandRealEstateInvestment] * v[t + DemandPriceRealEstateInvestment] * (1.0 - v[t + OwnWorksShare])
            + v[t + LandRevenue] * (1.0 - v[t + VehicleLandShare]) + v[t + LendingRate] * v[t1 + DeveloperDebt] / 4.0
            + v[t + HomeSalesValue] * v[t + DeveloperLevy] + v[t + DeveloperDeposits] - v[t1 + DeveloperDeposits] - v[t + HomeSalesValue]
            - v[t + HousePrice] * v[t + HomePurchasesGovernment] - v[t + DeveloperWriteOffs]);
        r[224] = v[t + DeveloperWriteOffs] - 0.02 * Evaluation.Softplus((1.0 - v[t + DeveloperLiquidity]) / 0.02) * v[t1 + DeveloperDebt]
            * v[t + DeveloperWriteOffRate];
        r[225] = v[t + DeveloperDeposits] - v[t + HomeSalesValue] * v[t + PresaleDeposits];
        r[226] = v[t + VehicleDebt] - v[t1 + VehicleDebt]
            - (v[t + InfrastructureSpendingVehicles] * v[t + DemandPriceInfrastructure] + v[t + LandRevenue] * v[t + VehicleLandShare]
            + v[t1 + VehicleDebt] * v[t + VehicleRate] / 4.0 - v[t + VehicleSupport] - v[t + DebtSwap]);
        r[227] = v[t + VehicleSupport] - v[t1 + VehicleDebt] * v[t + VehicleRate] / 4.0 * v[t + SupportShare];
    }

    private static void PublicFinanceBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        int t2 = t - 2 * Columns;
        int t3 = t - 3 * Columns;
        r[228] = v[t + ImportDuties] - v[t + ImportsReal] * (v[t + ImportPriceDutyPaid] - v[t + ImportPrice]);
        r[229] = v[t + CentralTaxRevenue] - (v[t + ProductionTaxes] * v[t + CentralProductionShare]
            + v[t + CentralIncomeShare] * (v[t + PersonalIncomeTax] + v[t + CompanyTaxFirms] + v[t + CompanyTaxBanks]));
        r[230] = v[t + LocalTaxRevenue] - (v[t + HomeSalesValue] * v[t + DeveloperLevy] + v[t + ProductionTaxes] * (1.0 - v[t + CentralProductionShare])
            + (v[t + PersonalIncomeTax] + v[t + CompanyTaxFirms] + v[t + CompanyTaxBanks]) * (1.0 - v[t + CentralIncomeShare]));
        r[231] = v[t + LocalFundingGap] - (v[t1 + LocalFundingGap] * v[t + FundingGapMemory]
            + (1.0 - v[t + FundingGapMemory]) * (v[t + ReferenceLandRatio] - v[t + LandRevenueRatio] - v[t + ExtraTransferRatio] - v[t + SpecialBondRatio]));
        r[232] = Math.Log(v[t + FinalDemandGovernmentConsumption]) - Math.Log(v[t1 + FinalDemandGovernmentConsumption])
            - (v[t1 + PotentialGrowth] + v[t + ConsumptionCatchUp] * Math.Log(v[t1 + PotentialOutput] / v[t1 + FinalDemandGovernmentConsumption])
            - v[t + GapChangeSqueeze] * (v[t1 + LocalFundingGap] - v[t2 + LocalFundingGap]) - v[t1 + LocalFundingGap] * v[t + GapSqueeze]
            - v[t1 + OutputGap] * v[t + CountercyclicalResponse] + v[t + GovernmentConsumptionImpulse] + v[t + AddFactorFinalDemandGovernmentConsumption]);
        r[233] = v[t + SocialBenefits] - v[t + GdpNominal] * v[t + SocialBenefitRatio]
            * (1.0 - 0.004 * Evaluation.Softplus(v[t1 + LocalFundingGap] / 0.004) * v[t + BenefitSqueeze]);
        r[234] = v[t + SubsidyTraditional] - v[t + GdpNominal] * v[t + SubsidyRatioTraditional];
        r[235] = v[t + SubsidyEmerging] - v[t + GdpNominal] * v[t + SubsidyRatioEmerging];
        r[236] = v[t + TradeInSubsidies] - v[t + GdpNominal] * v[t + TradeInRatio];
        r[237] = v[t + HouseholdTransfers] - v[t + GdpNominal] * v[t + HouseholdTransferRatio];
        r[238] = v[t + LandCompensation] - v[t + LandRevenue] * v[t + LandCompensationShare];
        r[239] = Math.Log(v[t + InfrastructureSpendingCentral]) - Math.Log(v[t1 + InfrastructureSpendingCentral])
            - (v[t1 + PotentialGrowth] + v[t + InfrastructureSpeedCentral]
            * (Math.Log(v[t1 + PotentialOutput] / v[t1 + InfrastructureSpendingCentral]) + v[t + InfrastructureLandCentral] * Math.Log(v[t1 + LandRevenueRatio])
            - v[t1 + LocalFundingGap] * v[t + InfrastructureGapCentral] - v[t + InfrastructureControlCentral] * v[t + VehicleDebtControl]
            + v[t1 + GrowthStimulus] + v[t + InfrastructureImpulseCentral] * v[t + CentralInfrastructureImpulse])
            + v[t + AddFactorInfrastructureSpendingCentral]);
        r[240] = Math.Log(v[t + InfrastructureSpendingLocal]) - Math.Log(v[t1 + InfrastructureSpendingLocal])
            - (v[t1 + PotentialGrowth] + v[t + InfrastructureSpeedLocal]
            * (v[t1 + GrowthStimulus] + Math.Log(v[t1 + PotentialOutput] / v[t1 + InfrastructureSpendingLocal])
            + Math.Log(v[t1 + LandRevenueRatio]) * v[t + InfrastructureLandLocal] - v[t1 + LocalFundingGap] * v[t + InfrastructureGapLocal]
            - v[t + VehicleDebtControl] * v[t + InfrastructureControlLocal] + v[t + CentralInfrastructureImpulse] * v[t + InfrastructureImpulseLocal])
            + v[t + AddFactorInfrastructureSpendingLocal]);
        r[241] = Math.Log(v[t + InfrastructureSpendingVehicles]) - Math.Log(v[t1 + InfrastructureSpendingVehicles])
            - (v[t1 + PotentialGrowth] + v[t + InfrastructureSpeedVehicles]
            * (v[t1 + GrowthStimulus] + Math.Log(v[t1 + PotentialOutput] / v[t1 + InfrastructureSpendingVehicles])
            + Math.Log(v[t1 + LandRevenueRatio]) * v[t + InfrastructureLandVehicles] - v[t1 + LocalFundingGap] * v[t + InfrastructureGapVehicles]
            - v[t + VehicleDebtControl] * v[t + InfrastructureControlVehicles] + v[t + CentralInfrastructureImpulse] * v[t + InfrastructureImpulseVehicles])
            + v[t + AddFactorInfrastructureSpendingVehicles]);
        r[242] = v[t + CentralLocalTransfers] - v[t + GdpNominal] * (v[t + ExtraTransferRatio] + v[t + TransferRatio]);
        r[243] = v[t + CentralBonds] - v[t1 + CentralBonds]
            - (v[t + HouseholdTransfers] + v[t + TradeInSubsidies] + v[t + CentralLocalTransfers]
            + v[t + FinalDemandGovernmentConsumption] * v[t + DemandPriceGovernmentConsumption] * (1.0 - v[t + LocalConsumptionShare])
            + (v[t + SubsidyTraditional] + v[t + SubsidyEmerging]) * (1.0 - v[t + LocalSubsidyShare])
            + v[t + InfrastructureSpendingCentral] * v[t + DemandPriceInfrastructure] + v[t1 + CentralBonds] * v[t + BondYield] / 4.0 - v[t + CentralTaxRevenue]
            - v[t + ImportDuties] - v[t + CentralBankRemittance]);
        r[244] = v[t + LocalBonds] - v[t1 + LocalBonds]
            - (v[t + HousePrice] * v[t + HomePurchasesGovernment] + v[t + DebtSwap] + v[t + VehicleSupport] + v[t + LandCompensation] + v[t + SocialBenefits]
            + v[t + FinalDemandGovernmentConsumption] * v[t + DemandPriceGovernmentConsumption] * v[t + LocalConsumptionShare]
            + (v[t + SubsidyTraditional] + v[t + SubsidyEmerging]) * v[t + LocalSubsidyShare]
            + v[t + InfrastructureSpendingLocal] * v[t + DemandPriceInfrastructure] + v[t1 + LocalBonds] * (v[t + BondYield] + v[t + LocalBondSpread]) / 4.0
            - v[t + LocalTaxRevenue] - v[t + LandRevenue] - v[t + SocialContributions] - v[t + CentralLocalTransfers]);
        r[245] = v[t + AugmentedDebtRatio] - (v[t + VehicleDebt] + v[t + CentralBonds] + v[t + LocalBonds])
            / (v[t + GdpNominal] + v[t1 + GdpNominal] + v[t2 + GdpNominal] + v[t3 + GdpNominal]);
        r[246] = v[t + AugmentedDeficitRatio] - (v[t + VehicleDebt] + v[t + CentralBonds] + v[t + LocalBonds]
            - (v[t1 + VehicleDebt] + v[t1 + CentralBonds] + v[t1 + LocalBonds])) / v[t + GdpNominal];
    }

    private static void FinanceBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        r[247] = v[t + PolicyRate] - (Math.Max(v[t + PolicyRateFloor], v[t + PolicyRateMemory] * v[t1 + PolicyRate]
            + (1.0 - v[t + PolicyRateMemory]) * (v[t + InflationTarget] + v[t + NeutralPolicyRate] + v[t + NeutralRateShift]
            + v[t + InflationResponse] * (v[t1 + ConsumerInflation] - v[t + InflationTarget]) + v[t1 + OutputGap] * v[t + OutputResponse]))
            + v[t + AddFactorPolicyRate]);
        r[248] = v[t + ReserveRatio] - (Math.Max(v[t + ReserveFloor], v[t + ReserveMemory] * v[t1 + ReserveRatio]
            + (1.0 - v[t + ReserveMemory]) * (v[t + NormalReserveRatio]
            + (v[t1 + ConsumerInflation] - v[t + InflationTarget]) * v[t + ReserveInflationResponse])) + v[t + AddFactorReserveRatio]);
        r[249] = v[t + LendingRate] - v[t1 + LendingRate]
            - (v[t + LendingSpeed] * (v[t + PolicyRate] + v[t + ReserveCost] * (v[t + ReserveRatio] - v[t + NormalReserveRatio]) + v[t + LendingSpread]
            - v[t1 + LendingRate]) + v[t + AddFactorLendingRate]);
        r[250] = v[t + MortgageRate] - v[t1 + MortgageRate]
            - (v[t + LendingSpeed] * (v[t + PolicyRate] + v[t + MortgageSpread] + v[t + MortgageSpreadPolicy] - v[t1 + MortgageRate])
            + v[t + AddFactorMortgageRate]);
        r[251] = v[t + DepositRate] - v[t1 + DepositRate]
            - (v[t + DepositSpeed] * (v[t + PolicyRate] * v[t + DepositPassthrough] + v[t + DepositSpread]
            - v[t + FinancialRepression] * (v[t + DirectedCreditTraditional] + v[t + DirectedCreditEmerging]) - v[t1 + DepositRate])
            + v[t + AddFactorDepositRate]);
        r[252] = v[t + BondYield] - v[t1 + BondYield]
            - (v[t + LendingSpeed] * (v[t + PolicyRate] + v[t + BondSpread] - v[t1 + BondYield]) + v[t + AddFactorBondYield]);
        r[253] = v[t + VehicleRate] - v[t1 + VehicleRate]
            - (v[t + VehicleSpeed] * (v[t + BondYield] + v[t + VehicleSpread] + v[t + VehicleRisk] * 0.004 * Evaluation.Softplus(v[t + LocalFundingGap] / 0.004)
            - v[t1 + VehicleRate]) + v[t + AddFactorVehicleRate]);
        r[254] = v[t + BankReserves] - v[t + ReserveRatio] * (v[t + DeveloperDeposits] + v[t + HouseholdDeposits] + v[t + FirmDeposits]);
        r[255] = v[t + ProfitBanks] - (v[t + ForeignAssetYield] * v[t1 + NetForeignAssets] + v[t1 + LocalBonds] * (v[t + BondYield] + v[t + LocalBondSpread])
            + v[t + MortgageRate] * v[t1 + HouseholdLoans] + v[t1 + VehicleDebt] * v[t + VehicleRate] + v[t + LendingRate] * v[t1 + FirmLoans]
            + v[t + LendingRate] * v[t1 + DeveloperDebt] + v[t + BondYield] * (v[t1 + CentralBonds] - v[t + CentralBondsAtCentralBank])
            + v[t + ReserveRate] * v[t1 + BankReserves] - v[t + DepositRate] * (v[t1 + HouseholdDeposits] + v[t1 + FirmDeposits])
            - v[t + PolicyRate] * v[t1 + CentralBankLending]) / 4.0;
        r[256] = v[t + BankNetWorth] - v[t1 + BankNetWorth]
            - (v[t + ProfitBanks] - v[t + CompanyTaxBanks] - v[t + DividendsBanks] - v[t + FirmWriteOffs] - v[t + DeveloperWriteOffs]
            + v[t1 + NetForeignAssets] * (v[t + ExchangeRate] / v[t1 + ExchangeRate] - 1.0));
        r[257] = v[t + CentralBankLending] - (v[t + LocalBonds] + v[t + CentralBonds] + v[t + HouseholdLoans] + v[t + VehicleDebt] + v[t + DeveloperDebt]
            + v[t + FirmLoans] + v[t + BankReserves] - v[t + CentralBondsAtCentralBank] + v[t + NetForeignAssets] - v[t + HouseholdDeposits]
            - v[t + FirmDeposits] - v[t + DeveloperDeposits] - v[t + BankNetWorth]);
        r[258] = v[t + CentralBankRemittance] - (v[t + ReserveYield] * v[t1 + ForeignReserves] + v[t + PolicyRate] * v[t1 + CentralBankLending]
            + v[t + BondYield] * v[t + CentralBondsAtCentralBank] - v[t + ReserveRate] * v[t1 + BankReserves]) / 4.0;
        r[259] = v[t + ForeignReserves] - v[t1 + ForeignReserves]
            - (v[t1 + ForeignReserves] * (v[t + ExchangeRate] / v[t1 + ExchangeRate] - 1.0) + v[t + ReserveTransactions]);
        r[260] = v[t + ReserveTransactions] - (v[t + CurrentAccount] * v[t + ReserveAccumulation] + v[t + ReserveTransactionsExogenous]);
        r[261] = v[t + NetForeignAssets] - v[t1 + NetForeignAssets]
            - (v[t + CurrentAccount] + v[t1 + NetForeignAssets] * (v[t + ExchangeRate] / v[t1 + ExchangeRate] - 1.0) - v[t + ReserveTransactions]);
        r[262] = v[t + CentralBankNetWorth] - v[t1 + CentralBankNetWorth] - v[t1 + ForeignReserves] * (v[t + ExchangeRate] / v[t1 + ExchangeRate] - 1.0);
    }

    private static void PlanBlock(double[] v, int t, double[] r)
    {
        int t1 = t - Columns;
        r[263] = v[t + SmoothedGrowth] - (v[t + GrowthMemory] * v[t1 + SmoothedGrowth]
            + (1.0 - v[t + GrowthMemory]) * (Math.Log(v[t + GdpReal]) - Math.Log(v[t1 + GdpReal])));
        r[264] = v[t + GrowthStimulus] - (v[t1 + GrowthStimulus] * v[t + StimulusMemory]
            + v[t + ImplementationCapacity] * (v[t + StimulusResponse] * (v[t + GrowthTarget] / 4.0 - v[t1 + SmoothedGrowth])
            - v[t1 + OutputGap] * v[t + StimulusWithdrawal]) + v[t + AddFactorGrowthStimulus]);
        r[265] = v[t + ConsumptionShareGap] - (v[t + ConsumptionShareTarget] - v[t + ConsumptionShare]);
        r[266] = v[t + ResearchGap] - (v[t + ResearchTarget] - v[t + ResearchRatio]);
        r[267] = v[t + CheckRealGdp] - (v[t + GdpReal]
            - (v[t + ValueAddedPublic] + v[t + ValueAddedServices] + v[t + ValueAddedConstruction] + v[t + ValueAddedEmerging] + v[t + ValueAddedAgriculture]
            + v[t + ValueAddedTraditional]));
        r[268] = v[t + CheckNominalGdp] - (v[t + GdpNominal] - v[t + GdpNominalExpenditure]);
        r[269] = v[t + CheckCentralBank] - (v[t + CentralBondsAtCentralBank] + v[t + CentralBankLending] + v[t + ForeignReserves] - v[t + BankReserves]
            - v[t + CurrencyHeld] - v[t + CentralBankNetWorth]);
        r[270] = v[t + CheckNetLending] - (v[t + ProfitBanks] - v[t + CompanyTaxBanks] - v[t + DividendsBanks] + v[t + DebtSwap] + v[t + HouseholdIncome]
            - v[t + FinalDemandHouseholdConsumption] * v[t + DemandPriceHouseholdConsumption] - v[t + HomeSalesValue] + v[t + ProfitFirms]
            - v[t + CompanyTaxFirms] - v[t + DividendsFirms] - v[t + FinalDemandBusinessInvestment] * v[t + DemandPriceBusinessInvestment]
            - v[t + FinalDemandRealEstateInvestment] * v[t + DemandPriceRealEstateInvestment] * v[t + OwnWorksShare]
            - v[t + FinalDemandInventories] * v[t + DemandPriceInventories] + v[t + HomeSalesValue] + v[t + HousePrice] * v[t + HomePurchasesGovernment]
            - v[t + FinalDemandRealEstateInvestment] * v[t + DemandPriceRealEstateInvestment] * (1.0 - v[t + OwnWorksShare])
            - v[t + LandRevenue] * (1.0 - v[t + VehicleLandShare]) - v[t + LendingRate] * v[t1 + DeveloperDebt] / 4.0
            - v[t + HomeSalesValue] * v[t + DeveloperLevy] + v[t + VehicleSupport] - v[t + InfrastructureSpendingVehicles] * v[t + DemandPriceInfrastructure]
            - v[t + LandRevenue] * v[t + VehicleLandShare] - v[t1 + VehicleDebt] * v[t + VehicleRate] / 4.0 - (v[t + CentralBonds] - v[t1 + CentralBonds])
            - (v[t + LocalBonds] - v[t1 + LocalBonds]) - v[t + CurrentAccount]);
    }
}
