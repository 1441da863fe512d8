namespace Plenum.Benchmarks.HandWritten;

/// <summary>Where each name of the model stands in a row.</summary>
internal static partial class HandWrittenChina
{
    private const int FinalDemandBusinessInvestment = 0;
    private const int FinalDemandInfrastructure = 1;
    private const int FinalDemandExports = 2;
    private const int FinalDemandInventories = 3;
    private const int InventoryStock = 4;
    private const int DomesticContentHouseholdConsumption = 5;
    private const int DomesticContentGovernmentConsumption = 6;
    private const int DomesticContentBusinessInvestment = 7;
    private const int DomesticContentRealEstateInvestment = 8;
    private const int DomesticContentInfrastructure = 9;
    private const int DomesticContentInventories = 10;
    private const int DomesticContentExports = 11;
    private const int ImportsReal = 12;
    private const int GdpReal = 13;
    private const int GdpGrowth = 14;
    private const int EmergingShift = 15;
    private const int ValueAddedAgriculture = 16;
    private const int ValueAddedConstruction = 17;
    private const int ValueAddedServices = 18;
    private const int ValueAddedPublic = 19;
    private const int ValueAddedEmerging = 20;
    private const int ValueAddedTraditional = 21;
    private const int EmergingShare = 22;
    private const int MisallocationFactor = 23;
    private const int ProductivityTraditional = 24;
    private const int ProductivityEmerging = 25;
    private const int ProductivityServices = 26;
    private const int TrendLabourAgriculture = 27;
    private const int TrendLabourTraditional = 28;
    private const int TrendLabourEmerging = 29;
    private const int TrendLabourConstruction = 30;
    private const int TrendLabourServices = 31;
    private const int TrendLabourPublic = 32;
    private const int FarmLabourInflow = 33;
    private const int CapacityTraditional = 34;
    private const int CapacityEmerging = 35;
    private const int CapacityServices = 36;
    private const int CapacityAgriculture = 37;
    private const int CapacityConstruction = 38;
    private const int CapacityPublic = 39;
    private const int UtilisationGapAgriculture = 40;
    private const int UtilisationGapTraditional = 41;
    private const int UtilisationGapEmerging = 42;
    private const int UtilisationGapConstruction = 43;
    private const int UtilisationGapServices = 44;
    private const int UtilisationGapPublic = 45;
    private const int CapacityUtilisation = 46;
    private const int PotentialOutput = 47;
    private const int PotentialGrowth = 48;
    private const int OutputGap = 49;
    private const int EmploymentAgriculture = 50;
    private const int EmploymentTraditional = 51;
    private const int EmploymentEmerging = 52;
    private const int EmploymentConstruction = 53;
    private const int EmploymentServices = 54;
    private const int EmploymentPublic = 55;
    private const int EmploymentTotal = 56;
    private const int EmploymentGap = 57;
    private const int Unemployment = 58;
    private const int ProductivityGrowth = 59;
    private const int Wage = 60;
    private const int CompensationAgriculture = 61;
    private const int CompensationTraditional = 62;
    private const int CompensationEmerging = 63;
    private const int CompensationConstruction = 64;
    private const int CompensationServices = 65;
    private const int CompensationPublic = 66;
    private const int CompensationTotal = 67;
    private const int ExpectedInflation = 68;
    private const int PriceWarTraditional = 69;
    private const int PriceWarEmerging = 70;
    private const int UnitLabourCostTraditional = 71;
    private const int UnitLabourCostEmerging = 72;
    private const int UnitLabourCostConstruction = 73;
    private const int UnitLabourCostServices = 74;
    private const int PriceValueAddedAgriculture = 75;
    private const int PriceValueAddedTraditional = 76;
    private const int PriceValueAddedEmerging = 77;
    private const int PriceValueAddedConstruction = 78;
    private const int PriceValueAddedServices = 79;
    private const int PriceValueAddedPublic = 80;
    private const int ImportPrice = 81;
    private const int ImportPriceDutyPaid = 82;
    private const int DemandPriceHouseholdConsumption = 83;
    private const int DemandPriceGovernmentConsumption = 84;
    private const int DemandPriceBusinessInvestment = 85;
    private const int DemandPriceRealEstateInvestment = 86;
    private const int DemandPriceInfrastructure = 87;
    private const int DemandPriceInventories = 88;
    private const int DemandPriceExports = 89;
    private const int GdpNominal = 90;
    private const int GdpNominalExpenditure = 91;
    private const int GdpDeflator = 92;
    private const int DeflatorInflation = 93;
    private const int NominalGrowth = 94;
    private const int ConsumerInflation = 95;
    private const int ProducerPrice = 96;
    private const int ProducerInflation = 97;
    private const int ValueAddedNominalAgriculture = 98;
    private const int ValueAddedNominalConstruction = 99;
    private const int ValueAddedNominalPublic = 100;
    private const int ValueAddedNominalTraditional = 101;
    private const int ValueAddedNominalEmerging = 102;
    private const int ValueAddedNominalServices = 103;
    private const int MarginTraditional = 104;
    private const int MarginEmerging = 105;
    private const int MarginServices = 106;
    private const int ProfitMargin = 107;
    private const int Uncertainty = 108;
    private const int RealLendingRate = 109;
    private const int ExpectedGrowth = 110;
    private const int ExpectedDemandGrowthTraditional = 111;
    private const int ExpectedDemandGrowthEmerging = 112;
    private const int ExpectedDemandGrowthServices = 113;
    private const int StatePushTraditional = 114;
    private const int StatePushEmerging = 115;
    private const int InvestmentRateTraditional = 116;
    private const int InvestmentRateEmerging = 117;
    private const int InvestmentRateServices = 118;
    private const int InvestmentTraditional = 119;
    private const int InvestmentEmerging = 120;
    private const int InvestmentServices = 121;
    private const int InvestmentAgriculture = 122;
    private const int InvestmentConstruction = 123;
    private const int ExitRateTraditional = 124;
    private const int ExitRateEmerging = 125;
    private const int Renewal = 126;
    private const int ZombieShareTraditional = 127;
    private const int ZombieShareEmerging = 128;
    private const int CapitalTraditional = 129;
    private const int CapitalEmerging = 130;
    private const int CapitalAgriculture = 131;
    private const int CapitalConstruction = 132;
    private const int CapitalServices = 133;
    private const int CapitalPublic = 134;
    private const int ResearchSpending = 135;
    private const int ResearchStock = 136;
    private const int Technology = 137;
    private const int SelfReliance = 138;
    private const int ExportUtilisationGap = 139;
    private const int ExportPrice = 140;
    private const int UsTariffWedge = 141;
    private const int ExportPriceUs = 142;
    private const int RelativePriceUs = 143;
    private const int RelativePriceEu = 144;
    private const int RelativePriceAsean = 145;
    private const int RelativePriceOther = 146;
    private const int ExportsRealUs = 147;
    private const int ExportsRealEu = 148;
    private const int ExportsRealAsean = 149;
    private const int ExportsRealOther = 150;
    private const int ExportsLost = 151;
    private const int ExportsServices = 152;
    private const int ExportsNominal = 153;
    private const int ExportMargin = 154;
    private const int PriceDomestic = 155;
    private const int ImportShare = 156;
    private const int RealExchangeRate = 157;
    private const int ExchangeRate = 158;
    private const int TariffEu = 159;
    private const int TariffAsean = 160;
    private const int TariffOther = 161;
    private const int MarketShareNormEu = 162;
    private const int MarketShareNormAsean = 163;
    private const int MarketShareNormOther = 164;
    private const int TariffUs = 165;
    private const int ExportControls = 166;
    private const int PrimaryIncome = 167;
    private const int ForeignProfits = 168;
    private const int CurrentAccount = 169;
    private const int CurrentAccountRatio = 170;
    private const int NetExportsRatio = 171;
    private const int CustomsExports = 172;
    private const int CustomsImports = 173;
    private const int CustomsExportsUs = 174;
    private const int CustomsBalance = 175;
    private const int CustomsBalanceRatio = 176;
    private const int HousePriceToIncome = 177;
    private const int ExpectedHouseInflation = 178;
    private const int HomeSalesTarget = 179;
    private const int HomeSales = 180;
    private const int UnsoldQuarters = 181;
    private const int HousePrice = 182;
    private const int DeveloperLiquidity = 183;
    private const int HousingStarts = 184;
    private const int HomesUnderConstruction = 185;
    private const int HousingCompletions = 186;
    private const int UnsoldHomes = 187;
    private const int FinalDemandRealEstateInvestment = 188;
    private const int HousingStock = 189;
    private const int HousingWealth = 190;
    private const int HomeSalesValue = 191;
    private const int LandRevenue = 192;
    private const int LandRevenueRatio = 193;
    private const int VehicleLandShare = 194;
    private const int HouseholdIncome = 195;
    private const int HouseholdIncomeReal = 196;
    private const int HouseholdIncomeAdjusted = 197;
    private const int Precaution = 198;
    private const int ConsumptionTarget = 199;
    private const int CoreConsumption = 200;
    private const int PulledForwardPurchases = 201;
    private const int FinalDemandHouseholdConsumption = 202;
    private const int SavingRate = 203;
    private const int ConsumptionShare = 204;
    private const int PersonalIncomeTax = 205;
    private const int SocialContributions = 206;
    private const int HouseholdLoans = 207;
    private const int HouseholdOtherLoans = 208;
    private const int CurrencyHeld = 209;
    private const int HouseholdDeposits = 210;
    private const int HouseholdNetWorth = 211;
    private const int OperatingSurplus = 212;
    private const int ProductionTaxAddOn = 213;
    private const int ProductionTaxes = 214;
    private const int ProfitFirms = 215;
    private const int CompanyTaxFirms = 216;
    private const int CompanyTaxBanks = 217;
    private const int DividendsFirms = 218;
    private const int DividendsBanks = 219;
    private const int FirmDeposits = 220;
    private const int FirmWriteOffs = 221;
    private const int FirmLoans = 222;
    private const int DeveloperDebt = 223;
    private const int DeveloperWriteOffs = 224;
    private const int DeveloperDeposits = 225;
    private const int VehicleDebt = 226;
    private const int VehicleSupport = 227;
    private const int ImportDuties = 228;
    private const int CentralTaxRevenue = 229;
    private const int LocalTaxRevenue = 230;
    private const int LocalFundingGap = 231;
    private const int FinalDemandGovernmentConsumption = 232;
    private const int SocialBenefits = 233;
    private const int SubsidyTraditional = 234;
    private const int SubsidyEmerging = 235;
    private const int TradeInSubsidies = 236;
    private const int HouseholdTransfers = 237;
    private const int LandCompensation = 238;
    private const int InfrastructureSpendingCentral = 239;
    private const int InfrastructureSpendingLocal = 240;
    private const int InfrastructureSpendingVehicles = 241;
    private const int CentralLocalTransfers = 242;
    private const int CentralBonds = 243;
    private const int LocalBonds = 244;
    private const int AugmentedDebtRatio = 245;
    private const int AugmentedDeficitRatio = 246;
    private const int PolicyRate = 247;
    private const int ReserveRatio = 248;
    private const int LendingRate = 249;
    private const int MortgageRate = 250;
    private const int DepositRate = 251;
    private const int BondYield = 252;
    private const int VehicleRate = 253;
    private const int BankReserves = 254;
    private const int ProfitBanks = 255;
    private const int BankNetWorth = 256;
    private const int CentralBankLending = 257;
    private const int CentralBankRemittance = 258;
    private const int ForeignReserves = 259;
    private const int ReserveTransactions = 260;
    private const int NetForeignAssets = 261;
    private const int CentralBankNetWorth = 262;
    private const int SmoothedGrowth = 263;
    private const int GrowthStimulus = 264;
    private const int ConsumptionShareGap = 265;
    private const int ResearchGap = 266;
    private const int CheckRealGdp = 267;
    private const int CheckNominalGdp = 268;
    private const int CheckCentralBank = 269;
    private const int CheckNetLending = 270;
    private const int EmergingDemandTrend = 271;
    private const int ExogenousProductivityAgriculture = 272;
    private const int ExogenousProductivityTraditional = 273;
    private const int ExogenousProductivityEmerging = 274;
    private const int ExogenousProductivityConstruction = 275;
    private const int ExogenousProductivityServices = 276;
    private const int ExogenousProductivityPublic = 277;
    private const int LabourForceGrowth = 278;
    private const int FarmExitRate = 279;
    private const int InflationTarget = 280;
    private const int PriceDiscipline = 281;
    private const int WorldImportPrice = 282;
    private const int ImportDutyRate = 283;
    private const int ForcedExit = 284;
    private const int StateSteering = 285;
    private const int UncertaintyExogenous = 286;
    private const int DirectedCreditTraditional = 287;
    private const int DirectedCreditEmerging = 288;
    private const int EmergingShareTarget = 289;
    private const int ImplementationCapacity = 290;
    private const int ResearchRatio = 291;
    private const int FrontierResearchStock = 292;
    private const int CompetitorExportPrice = 293;
    private const int ForeignConsumerPrice = 294;
    private const int PartnerCurrencyEu = 295;
    private const int PartnerCurrencyAsean = 296;
    private const int PartnerCurrencyOther = 297;
    private const int BasketCurrency = 298;
    private const int ImportDemandUs = 299;
    private const int ImportDemandEu = 300;
    private const int ImportDemandAsean = 301;
    private const int ImportDemandOther = 302;
    private const int TariffExogenousUs = 303;
    private const int TariffExogenousEu = 304;
    private const int TariffExogenousAsean = 305;
    private const int TariffExogenousOther = 306;
    private const int UsTariffOnOthers = 307;
    private const int UsTariffReaction = 308;
    private const int ExportControlReaction = 309;
    private const int ExportControlsExogenous = 310;
    private const int UsPolicyRate = 311;
    private const int ExchangeRatePolicy = 312;
    private const int ReserveYield = 313;
    private const int ForeignAssetYield = 314;
    private const int ReserveTransactionsExogenous = 315;
    private const int GoodsShareOfImports = 316;
    private const int HousingDemographics = 317;
    private const int HousePriceNorm = 318;
    private const int HousingConfidence = 319;
    private const int HousePricePolicy = 320;
    private const int DeveloperRestriction = 321;
    private const int CompletionFunding = 322;
    private const int HomePurchasesGovernment = 323;
    private const int SocialReform = 324;
    private const int SocialBenefitRatio = 325;
    private const int SubsidyRatioTraditional = 326;
    private const int SubsidyRatioEmerging = 327;
    private const int TradeInRatio = 328;
    private const int HouseholdTransferRatio = 329;
    private const int ExtraTransferRatio = 330;
    private const int SpecialBondRatio = 331;
    private const int VehicleDebtControl = 332;
    private const int DebtSwap = 333;
    private const int CentralInfrastructureImpulse = 334;
    private const int GovernmentConsumptionImpulse = 335;
    private const int FiscalAnchor = 336;
    private const int NeutralRateShift = 337;
    private const int MortgageSpreadPolicy = 338;
    private const int CentralBondsAtCentralBank = 339;
    private const int GrowthTarget = 340;
    private const int ConsumptionShareTarget = 341;
    private const int ResearchTarget = 342;
    private const int ImportContentHouseholdConsumption = 343;
    private const int ImportContentGovernmentConsumption = 344;
    private const int ImportContentBusinessInvestment = 345;
    private const int ImportContentRealEstateInvestment = 346;
    private const int ImportContentInfrastructure = 347;
    private const int ImportContentInventories = 348;
    private const int ImportContentExports = 349;
    private const int InventorySpeed = 350;
    private const int InventoryNorm = 351;
    private const int InventoryInertia = 352;
    private const int ContentAgricultureHouseholdConsumption = 353;
    private const int ContentAgricultureGovernmentConsumption = 354;
    private const int ContentAgricultureBusinessInvestment = 355;
    private const int ContentAgricultureRealEstateInvestment = 356;
    private const int ContentAgricultureInfrastructure = 357;
    private const int ContentAgricultureInventories = 358;
    private const int ContentAgricultureExports = 359;
    private const int ContentTraditionalHouseholdConsumption = 360;
    private const int ContentTraditionalGovernmentConsumption = 361;
    private const int ContentTraditionalBusinessInvestment = 362;
    private const int ContentTraditionalRealEstateInvestment = 363;
    private const int ContentTraditionalInfrastructure = 364;
    private const int ContentTraditionalInventories = 365;
    private const int ContentTraditionalExports = 366;
    private const int ContentEmergingHouseholdConsumption = 367;
    private const int ContentEmergingGovernmentConsumption = 368;
    private const int ContentEmergingBusinessInvestment = 369;
    private const int ContentEmergingRealEstateInvestment = 370;
    private const int ContentEmergingInfrastructure = 371;
    private const int ContentEmergingInventories = 372;
    private const int ContentEmergingExports = 373;
    private const int ContentConstructionHouseholdConsumption = 374;
    private const int ContentConstructionGovernmentConsumption = 375;
    private const int ContentConstructionBusinessInvestment = 376;
    private const int ContentConstructionRealEstateInvestment = 377;
    private const int ContentConstructionInfrastructure = 378;
    private const int ContentConstructionInventories = 379;
    private const int ContentConstructionExports = 380;
    private const int ContentServicesHouseholdConsumption = 381;
    private const int ContentServicesGovernmentConsumption = 382;
    private const int ContentServicesBusinessInvestment = 383;
    private const int ContentServicesRealEstateInvestment = 384;
    private const int ContentServicesInfrastructure = 385;
    private const int ContentServicesInventories = 386;
    private const int ContentServicesExports = 387;
    private const int ContentPublicHouseholdConsumption = 388;
    private const int ContentPublicGovernmentConsumption = 389;
    private const int ContentPublicBusinessInvestment = 390;
    private const int ContentPublicRealEstateInvestment = 391;
    private const int ContentPublicInfrastructure = 392;
    private const int ContentPublicInventories = 393;
    private const int ContentPublicExports = 394;
    private const int IndustrySubstitution = 395;
    private const int SubstitutionImpact = 396;
    private const int SubstitutionSpeed = 397;
    private const int CapacityPull = 398;
    private const int CapitalElasticityAgriculture = 399;
    private const int CapitalElasticityTraditional = 400;
    private const int CapitalElasticityEmerging = 401;
    private const int CapitalElasticityConstruction = 402;
    private const int CapitalElasticityServices = 403;
    private const int CapitalElasticityPublic = 404;
    private const int PublicCapitalElasticity = 405;
    private const int ResearchElasticityTraditional = 406;
    private const int ResearchElasticityEmerging = 407;
    private const int ExportControlDamage = 408;
    private const int ExportControlExposureTraditional = 409;
    private const int ExportControlExposureEmerging = 410;
    private const int ExportControlExposureServices = 411;
    private const int ZombieDamage = 412;
    private const int PolicyMisallocation = 413;
    private const int RecentSubsidyWeight = 414;
    private const int SubsidyReference = 415;
    private const int CreditInIntensity = 416;
    private const int PolicyExposureTraditional = 417;
    private const int PolicyExposureEmerging = 418;
    private const int ReallocationSpeed = 419;
    private const int EmploymentSpeed = 420;
    private const int Okun = 421;
    private const int NaturalUnemployment = 422;
    private const int UnemploymentSpeed = 423;
    private const int WagePhillips = 424;
    private const int WageInertia = 425;
    private const int WageCatchUp = 426;
    private const int CompensationScaleAgriculture = 427;
    private const int CompensationScaleTraditional = 428;
    private const int CompensationScaleEmerging = 429;
    private const int CompensationScaleConstruction = 430;
    private const int CompensationScaleServices = 431;
    private const int CompensationScalePublic = 432;
    private const int UtilisationNorm = 433;
    private const int UtilisationScale = 434;
    private const int PotentialMemory = 435;
    private const int ProductivityMemory = 436;
    private const int PriceInertia = 437;
    private const int UtilisationSlopeAgriculture = 438;
    private const int UtilisationSlopeTraditional = 439;
    private const int UtilisationSlopeEmerging = 440;
    private const int UtilisationSlopeConstruction = 441;
    private const int UtilisationSlopeServices = 442;
    private const int CeilingSlope = 443;
    private const int CeilingThreshold = 444;
    private const int PriceWarSlopeTraditional = 445;
    private const int PriceWarSlopeEmerging = 446;
    private const int PriceWarThreshold = 447;
    private const int CostCorrection = 448;
    private const int ImportPricePassthrough = 449;
    private const int ImportPriceExposureTraditional = 450;
    private const int ImportPriceExposureEmerging = 451;
    private const int HousePricePassthrough = 452;
    private const int MaterialPassthrough = 453;
    private const int FarmPriceInertia = 454;
    private const int FarmPriceCorrection = 455;
    private const int FarmImportPassthrough = 456;
    private const int AnchorWeight = 457;
    private const int ExpectationMemory = 458;
    private const int ImportPriceImpact = 459;
    private const int ImportPriceCorrection = 460;
    private const int ExportMarginShareTraditional = 461;
    private const int ExportMarginShareEmerging = 462;
    private const int ReferenceMargin = 463;
    private const int ProfitMarginNorm = 464;
    private const int ProfitMarginScale = 465;
    private const int InvestmentInertia = 466;
    private const int OwnGrowthWeight = 467;
    private const int InvestmentUtilisation = 468;
    private const int InvestmentMargin = 469;
    private const int NeutralRealRate = 470;
    private const int InvestmentInterest = 471;
    private const int SteeringUtilisation = 472;
    private const int SteeringInterest = 473;
    private const int CrowdingOut = 474;
    private const int CrowdedOutTraditional = 475;
    private const int CrowdedOutEmerging = 476;
    private const int InvestmentUncertainty = 477;
    private const int InvestmentPush = 478;
    private const int ServicesMarginNorm = 479;
    private const int DepreciationAgriculture = 480;
    private const int DepreciationTraditional = 481;
    private const int DepreciationEmerging = 482;
    private const int DepreciationConstruction = 483;
    private const int DepreciationServices = 484;
    private const int DepreciationPublic = 485;
    private const int TariffUncertainty = 486;
    private const int TariffSurprise = 487;
    private const int UncertaintyMemory = 488;
    private const int PlanWeight = 489;
    private const int DemandMemory = 490;
    private const int ReferenceSubsidyTraditional = 491;
    private const int ReferenceSubsidyEmerging = 492;
    private const int PlanPushTraditional = 493;
    private const int PlanPushEmerging = 494;
    private const int MarketExitRate = 495;
    private const int ZombieInflow = 496;
    private const int ZombieMarginTraditional = 497;
    private const int ZombieMarginEmerging = 498;
    private const int RenewalGain = 499;
    private const int RenewalNorm = 500;
    private const int RenewalFading = 501;
    private const int RenewalWeight = 502;
    private const int ConstructionEquipment = 503;
    private const int ResearchDepreciation = 504;
    private const int SelfRelianceSpeed = 505;
    private const int SelfRelianceResponse = 506;
    private const int NormalResearchRatio = 507;
    private const int SelfRelianceCeiling = 508;
    private const int TechnologyElasticity = 509;
    private const int TechnologyExposure = 510;
    private const int PriceElasticityUs = 511;
    private const int PriceElasticityEu = 512;
    private const int PriceElasticityAsean = 513;
    private const int PriceElasticityOther = 514;
    private const int PriceImpact = 515;
    private const int ExportCorrection = 516;
    private const int QualityElasticity = 517;
    private const int VentForSurplus = 518;
    private const int DiversionShareUs = 519;
    private const int DiversionShareEu = 520;
    private const int DiversionShareAsean = 521;
    private const int DiversionShareOther = 522;
    private const int TariffAbsorption = 523;
    private const int ImportElasticity = 524;
    private const int ImportSpill = 525;
    private const int ImportSubstitution = 526;
    private const int ImportControlEffect = 527;
    private const int ImportSpeed = 528;
    private const int ImportImpact = 529;
    private const int ReferenceSelfReliance = 530;
    private const int NeutralRateGap = 531;
    private const int ProtectionResponseEu = 532;
    private const int ProtectionResponseAsean = 533;
    private const int ProtectionResponseOther = 534;
    private const int ProtectionThreshold = 535;
    private const int ProtectionSpeed = 536;
    private const int MarketShareMemory = 537;
    private const int CustomsExportRatio = 538;
    private const int CustomsImportRatio = 539;
    private const int DollarParity = 540;
    private const int SlackWeight = 541;
    private const int ExportCostPassthrough = 542;
    private const int ExportMarketPricing = 543;
    private const int ExportPriceCorrection = 544;
    private const int ExportCostWeight = 545;
    private const int UsTariffReference = 546;
    private const int UsTariffOnOthersReference = 547;
    private const int LostSalesMemory = 548;
    private const int ServicesExportSpeed = 549;
    private const int ServicesPriceElasticity = 550;
    private const int ExchangeRateInertia = 551;
    private const int BasketResponse = 552;
    private const int InterestResponse = 553;
    private const int TariffDepreciation = 554;
    private const int CurrentAccountResponse = 555;
    private const int CurrentAccountNorm = 556;
    private const int TechnologyAlarm = 557;
    private const int ForeignProfitRatio = 558;
    private const int ReserveAccumulation = 559;
    private const int HomesPerStart = 560;
    private const int SalesIncomeElasticity = 561;
    private const int SalesAffordabilityElasticity = 562;
    private const int SalesExpectation = 563;
    private const int SalesSpeed = 564;
    private const int SalesMomentum = 565;
    private const int HousePriceMomentum = 566;
    private const int HousePriceSales = 567;
    private const int HousePriceOverhang = 568;
    private const int HousePriceAffordability = 569;
    private const int ReferenceIncome = 570;
    private const int HouseExpectationMemory = 571;
    private const int NormalUnsold = 572;
    private const int RestrictionEffect = 573;
    private const int LeverageEffect = 574;
    private const int LeverageThreshold = 575;
    private const int StartsSpeed = 576;
    private const int StartsOverhang = 577;
    private const int StartsLiquidity = 578;
    private const int CompletionRate = 579;
    private const int CompletionLiquidity = 580;
    private const int WorksPerStart = 581;
    private const int WorksPerHome = 582;
    private const int WorksLiquidity = 583;
    private const int HousingDepreciation = 584;
    private const int LandSpeed = 585;
    private const int LandPriceElasticity = 586;
    private const int LandStartsElasticity = 587;
    private const int LandSalesElasticity = 588;
    private const int LandLiquidityElasticity = 589;
    private const int LandMemory = 590;
    private const int VehicleLandFloor = 591;
    private const int VehicleLandCeiling = 592;
    private const int VehicleLandResponse = 593;
    private const int ConsumptionIncome = 594;
    private const int ConsumptionInertia = 595;
    private const int ConsumptionCorrection = 596;
    private const int HousingWealthElasticity = 597;
    private const int LiquidWealthElasticity = 598;
    private const int ConsumptionInterest = 599;
    private const int ConsumptionPrecaution = 600;
    private const int PrecautionMemory = 601;
    private const int PrecautionJobs = 602;
    private const int PrecautionBenefits = 603;
    private const int ReferenceBenefits = 604;
    private const int PrecautionHouses = 605;
    private const int PrecautionUncertainty = 606;
    private const int PrecautionDeflation = 607;
    private const int PrecautionLocal = 608;
    private const int TradeInEffect = 609;
    private const int TradeInPayback = 610;
    private const int PaybackSpeed = 611;
    private const int IncomeTaxRate = 612;
    private const int ContributionRate = 613;
    private const int MortgageShare = 614;
    private const int HouseholdRepayment = 615;
    private const int OtherLoansRatio = 616;
    private const int ProductionTaxRate = 617;
    private const int CompanyTaxRateFirms = 618;
    private const int CompanyTaxRateBanks = 619;
    private const int PayoutRatioFirms = 620;
    private const int PayoutRatioBanks = 621;
    private const int AnchorTaxResponse = 622;
    private const int DebtAnchor = 623;
    private const int FirmLiquidity = 624;
    private const int FirmLiquiditySpeed = 625;
    private const int NormalWriteOffs = 626;
    private const int ExitLoss = 627;
    private const int OwnWorksShare = 628;
    private const int DeveloperWriteOffRate = 629;
    private const int PresaleDeposits = 630;
    private const int DeveloperLevy = 631;
    private const int SupportShare = 632;
    private const int CentralProductionShare = 633;
    private const int CentralIncomeShare = 634;
    private const int ReferenceLandRatio = 635;
    private const int FundingGapMemory = 636;
    private const int LocalConsumptionShare = 637;
    private const int LocalSubsidyShare = 638;
    private const int ConsumptionCatchUp = 639;
    private const int GapChangeSqueeze = 640;
    private const int GapSqueeze = 641;
    private const int CountercyclicalResponse = 642;
    private const int BenefitSqueeze = 643;
    private const int LandCompensationShare = 644;
    private const int TransferRatio = 645;
    private const int LocalBondSpread = 646;
    private const int InfrastructureSpeedCentral = 647;
    private const int InfrastructureSpeedLocal = 648;
    private const int InfrastructureSpeedVehicles = 649;
    private const int InfrastructureLandCentral = 650;
    private const int InfrastructureLandLocal = 651;
    private const int InfrastructureLandVehicles = 652;
    private const int InfrastructureGapCentral = 653;
    private const int InfrastructureGapLocal = 654;
    private const int InfrastructureGapVehicles = 655;
    private const int InfrastructureControlCentral = 656;
    private const int InfrastructureControlLocal = 657;
    private const int InfrastructureControlVehicles = 658;
    private const int InfrastructureImpulseCentral = 659;
    private const int InfrastructureImpulseLocal = 660;
    private const int InfrastructureImpulseVehicles = 661;
    private const int PolicyRateFloor = 662;
    private const int InflationResponse = 663;
    private const int OutputResponse = 664;
    private const int PolicyRateMemory = 665;
    private const int NeutralPolicyRate = 666;
    private const int FinancialRepression = 667;
    private const int ReserveFloor = 668;
    private const int ReserveMemory = 669;
    private const int NormalReserveRatio = 670;
    private const int ReserveInflationResponse = 671;
    private const int LendingSpeed = 672;
    private const int ReserveCost = 673;
    private const int LendingSpread = 674;
    private const int MortgageSpread = 675;
    private const int DepositSpeed = 676;
    private const int DepositPassthrough = 677;
    private const int DepositSpread = 678;
    private const int BondSpread = 679;
    private const int VehicleSpeed = 680;
    private const int VehicleSpread = 681;
    private const int VehicleRisk = 682;
    private const int ReserveRate = 683;
    private const int StimulusResponse = 684;
    private const int StimulusWithdrawal = 685;
    private const int StimulusMemory = 686;
    private const int GrowthMemory = 687;
    private const int AddFactorFinalDemandInventories = 688;
    private const int AddFactorEmergingShift = 689;
    private const int AddFactorCapacityTraditional = 690;
    private const int AddFactorCapacityEmerging = 691;
    private const int AddFactorCapacityServices = 692;
    private const int AddFactorCapacityAgriculture = 693;
    private const int AddFactorCapacityConstruction = 694;
    private const int AddFactorCapacityPublic = 695;
    private const int AddFactorUnemployment = 696;
    private const int AddFactorWage = 697;
    private const int AddFactorPriceValueAddedAgriculture = 698;
    private const int AddFactorPriceValueAddedTraditional = 699;
    private const int AddFactorPriceValueAddedEmerging = 700;
    private const int AddFactorPriceValueAddedConstruction = 701;
    private const int AddFactorPriceValueAddedServices = 702;
    private const int AddFactorImportPrice = 703;
    private const int AddFactorInvestmentRateTraditional = 704;
    private const int AddFactorInvestmentRateEmerging = 705;
    private const int AddFactorInvestmentRateServices = 706;
    private const int AddFactorInvestmentAgriculture = 707;
    private const int AddFactorInvestmentConstruction = 708;
    private const int AddFactorZombieShareTraditional = 709;
    private const int AddFactorZombieShareEmerging = 710;
    private const int AddFactorTechnology = 711;
    private const int AddFactorSelfReliance = 712;
    private const int AddFactorExportPrice = 713;
    private const int AddFactorExportsRealUs = 714;
    private const int AddFactorExportsRealEu = 715;
    private const int AddFactorExportsRealAsean = 716;
    private const int AddFactorExportsRealOther = 717;
    private const int AddFactorExportsServices = 718;
    private const int AddFactorImportShare = 719;
    private const int AddFactorExchangeRate = 720;
    private const int AddFactorTariffEu = 721;
    private const int AddFactorTariffAsean = 722;
    private const int AddFactorTariffOther = 723;
    private const int AddFactorHomeSales = 724;
    private const int AddFactorHousePrice = 725;
    private const int AddFactorHousingStarts = 726;
    private const int AddFactorHousingCompletions = 727;
    private const int AddFactorFinalDemandRealEstateInvestment = 728;
    private const int AddFactorLandRevenue = 729;
    private const int AddFactorCoreConsumption = 730;
    private const int AddFactorHouseholdOtherLoans = 731;
    private const int AddFactorFinalDemandGovernmentConsumption = 732;
    private const int AddFactorInfrastructureSpendingCentral = 733;
    private const int AddFactorInfrastructureSpendingLocal = 734;
    private const int AddFactorInfrastructureSpendingVehicles = 735;
    private const int AddFactorPolicyRate = 736;
    private const int AddFactorReserveRatio = 737;
    private const int AddFactorLendingRate = 738;
    private const int AddFactorMortgageRate = 739;
    private const int AddFactorDepositRate = 740;
    private const int AddFactorBondYield = 741;
    private const int AddFactorVehicleRate = 742;
    private const int AddFactorGrowthStimulus = 743;
    private const int PropertyTaxRate = 744;
    private const int VehicleWriteOffRate = 745;
    private const int Columns = 746;

    /// <summary>The names as the model text spells them, by column.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "final_demand[business_investment]",
        "final_demand[infrastructure]",
        "final_demand[exports]",
        "final_demand[inventories]",
        "inventory_stock",
        "domestic_content[household_consumption]",
        "domestic_content[government_consumption]",
        "domestic_content[business_investment]",
        "domestic_content[real_estate_investment]",
        "domestic_content[infrastructure]",
        "domestic_content[inventories]",
        "domestic_content[exports]",
        "imports_real",
        "gdp_real",
        "gdp_growth",
        "emerging_shift",
        "value_added[agriculture]",
        "value_added[construction]",
        "value_added[services]",
        "value_added[public]",
        "value_added[emerging]",
        "value_added[traditional]",
        "emerging_share",
        "misallocation_factor",
        "productivity[traditional]",
        "productivity[emerging]",
        "productivity[services]",
        "trend_labour[agriculture]",
        "trend_labour[traditional]",
        "trend_labour[emerging]",
        "trend_labour[construction]",
        "trend_labour[services]",
        "trend_labour[public]",
        "farm_labour_inflow",
        "capacity[traditional]",
        "capacity[emerging]",
        "capacity[services]",
        "capacity[agriculture]",
        "capacity[construction]",
        "capacity[public]",
        "utilisation_gap[agriculture]",
        "utilisation_gap[traditional]",
        "utilisation_gap[emerging]",
        "utilisation_gap[construction]",
        "utilisation_gap[services]",
        "utilisation_gap[public]",
        "capacity_utilisation",
        "potential_output",
        "potential_growth",
        "output_gap",
        "employment[agriculture]",
        "employment[traditional]",
        "employment[emerging]",
        "employment[construction]",
        "employment[services]",
        "employment[public]",
        "employment_total",
        "employment_gap",
        "unemployment",
        "productivity_growth",
        "wage",
        "compensation[agriculture]",
        "compensation[traditional]",
        "compensation[emerging]",
        "compensation[construction]",
        "compensation[services]",
        "compensation[public]",
        "compensation_total",
        "expected_inflation",
        "price_war[traditional]",
        "price_war[emerging]",
        "unit_labour_cost[traditional]",
        "unit_labour_cost[emerging]",
        "unit_labour_cost[construction]",
        "unit_labour_cost[services]",
        "price_value_added[agriculture]",
        "price_value_added[traditional]",
        "price_value_added[emerging]",
        "price_value_added[construction]",
        "price_value_added[services]",
        "price_value_added[public]",
        "import_price",
        "import_price_duty_paid",
        "demand_price[household_consumption]",
        "demand_price[government_consumption]",
        "demand_price[business_investment]",
        "demand_price[real_estate_investment]",
        "demand_price[infrastructure]",
        "demand_price[inventories]",
        "demand_price[exports]",
        "gdp_nominal",
        "gdp_nominal_expenditure",
        "gdp_deflator",
        "deflator_inflation",
        "nominal_growth",
        "consumer_inflation",
        "producer_price",
        "producer_inflation",
        "value_added_nominal[agriculture]",
        "value_added_nominal[construction]",
        "value_added_nominal[public]",
        "value_added_nominal[traditional]",
        "value_added_nominal[emerging]",
        "value_added_nominal[services]",
        "margin[traditional]",
        "margin[emerging]",
        "margin[services]",
        "profit_margin",
        "uncertainty",
        "real_lending_rate",
        "expected_growth",
        "expected_demand_growth[traditional]",
        "expected_demand_growth[emerging]",
        "expected_demand_growth[services]",
        "state_push[traditional]",
        "state_push[emerging]",
        "investment_rate[traditional]",
        "investment_rate[emerging]",
        "investment_rate[services]",
        "investment[traditional]",
        "investment[emerging]",
        "investment[services]",
        "investment[agriculture]",
        "investment[construction]",
        "exit_rate[traditional]",
        "exit_rate[emerging]",
        "renewal",
        "zombie_share[traditional]",
        "zombie_share[emerging]",
        "capital[traditional]",
        "capital[emerging]",
        "capital[agriculture]",
        "capital[construction]",
        "capital[services]",
        "capital[public]",
        "research_spending",
        "research_stock",
        "technology",
        "self_reliance",
        "export_utilisation_gap",
        "export_price",
        "us_tariff_wedge",
        "export_price_us",
        "relative_price[us]",
        "relative_price[eu]",
        "relative_price[asean]",
        "relative_price[other]",
        "exports_real[us]",
        "exports_real[eu]",
        "exports_real[asean]",
        "exports_real[other]",
        "exports_lost",
        "exports_services",
        "exports_nominal",
        "export_margin",
        "price_domestic",
        "import_share",
        "real_exchange_rate",
        "exchange_rate",
        "tariff[eu]",
        "tariff[asean]",
        "tariff[other]",
        "market_share_norm[eu]",
        "market_share_norm[asean]",
        "market_share_norm[other]",
        "tariff[us]",
        "export_controls",
        "primary_income",
        "foreign_profits",
        "current_account",
        "current_account_ratio",
        "net_exports_ratio",
        "customs_exports",
        "customs_imports",
        "customs_exports_us",
        "customs_balance",
        "customs_balance_ratio",
        "house_price_to_income",
        "expected_house_inflation",
        "home_sales_target",
        "home_sales",
        "unsold_quarters",
        "house_price",
        "developer_liquidity",
        "housing_starts",
        "homes_under_construction",
        "housing_completions",
        "unsold_homes",
        "final_demand[real_estate_investment]",
        "housing_stock",
        "housing_wealth",
        "home_sales_value",
        "land_revenue",
        "land_revenue_ratio",
        "vehicle_land_share",
        "household_income",
        "household_income_real",
        "household_income_adjusted",
        "precaution",
        "consumption_target",
        "core_consumption",
        "pulled_forward_purchases",
        "final_demand[household_consumption]",
        "saving_rate",
        "consumption_share",
        "personal_income_tax",
        "social_contributions",
        "household_loans",
        "household_other_loans",
        "currency_held",
        "household_deposits",
        "household_net_worth",
        "operating_surplus",
        "production_tax_add_on",
        "production_taxes",
        "profit[firms]",
        "company_tax[firms]",
        "company_tax[banks]",
        "dividends[firms]",
        "dividends[banks]",
        "firm_deposits",
        "firm_write_offs",
        "firm_loans",
        "developer_debt",
        "developer_write_offs",
        "developer_deposits",
        "vehicle_debt",
        "vehicle_support",
        "import_duties",
        "central_tax_revenue",
        "local_tax_revenue",
        "local_funding_gap",
        "final_demand[government_consumption]",
        "social_benefits",
        "subsidy[traditional]",
        "subsidy[emerging]",
        "trade_in_subsidies",
        "household_transfers",
        "land_compensation",
        "infrastructure_spending[central]",
        "infrastructure_spending[local]",
        "infrastructure_spending[vehicles]",
        "central_local_transfers",
        "central_bonds",
        "local_bonds",
        "augmented_debt_ratio",
        "augmented_deficit_ratio",
        "policy_rate",
        "reserve_ratio",
        "lending_rate",
        "mortgage_rate",
        "deposit_rate",
        "bond_yield",
        "vehicle_rate",
        "bank_reserves",
        "profit[banks]",
        "bank_net_worth",
        "central_bank_lending",
        "central_bank_remittance",
        "foreign_reserves",
        "reserve_transactions",
        "net_foreign_assets",
        "central_bank_net_worth",
        "smoothed_growth",
        "growth_stimulus",
        "consumption_share_gap",
        "research_gap",
        "check_real_gdp",
        "check_nominal_gdp",
        "check_central_bank",
        "check_net_lending",
        "emerging_demand_trend",
        "exogenous_productivity[agriculture]",
        "exogenous_productivity[traditional]",
        "exogenous_productivity[emerging]",
        "exogenous_productivity[construction]",
        "exogenous_productivity[services]",
        "exogenous_productivity[public]",
        "labour_force_growth",
        "farm_exit_rate",
        "inflation_target",
        "price_discipline",
        "world_import_price",
        "import_duty_rate",
        "forced_exit",
        "state_steering",
        "uncertainty_exogenous",
        "directed_credit[traditional]",
        "directed_credit[emerging]",
        "emerging_share_target",
        "implementation_capacity",
        "research_ratio",
        "frontier_research_stock",
        "competitor_export_price",
        "foreign_consumer_price",
        "partner_currency[eu]",
        "partner_currency[asean]",
        "partner_currency[other]",
        "basket_currency",
        "import_demand[us]",
        "import_demand[eu]",
        "import_demand[asean]",
        "import_demand[other]",
        "tariff_exogenous[us]",
        "tariff_exogenous[eu]",
        "tariff_exogenous[asean]",
        "tariff_exogenous[other]",
        "us_tariff_on_others",
        "us_tariff_reaction",
        "export_control_reaction",
        "export_controls_exogenous",
        "us_policy_rate",
        "exchange_rate_policy",
        "reserve_yield",
        "foreign_asset_yield",
        "reserve_transactions_exogenous",
        "goods_share_of_imports",
        "housing_demographics",
        "house_price_norm",
        "housing_confidence",
        "house_price_policy",
        "developer_restriction",
        "completion_funding",
        "home_purchases_government",
        "social_reform",
        "social_benefit_ratio",
        "subsidy_ratio[traditional]",
        "subsidy_ratio[emerging]",
        "trade_in_ratio",
        "household_transfer_ratio",
        "extra_transfer_ratio",
        "special_bond_ratio",
        "vehicle_debt_control",
        "debt_swap",
        "central_infrastructure_impulse",
        "government_consumption_impulse",
        "fiscal_anchor",
        "neutral_rate_shift",
        "mortgage_spread_policy",
        "central_bonds_at_central_bank",
        "growth_target",
        "consumption_share_target",
        "research_target",
        "import_content[household_consumption]",
        "import_content[government_consumption]",
        "import_content[business_investment]",
        "import_content[real_estate_investment]",
        "import_content[infrastructure]",
        "import_content[inventories]",
        "import_content[exports]",
        "inventory_speed",
        "inventory_norm",
        "inventory_inertia",
        "content[agriculture,household_consumption]",
        "content[agriculture,government_consumption]",
        "content[agriculture,business_investment]",
        "content[agriculture,real_estate_investment]",
        "content[agriculture,infrastructure]",
        "content[agriculture,inventories]",
        "content[agriculture,exports]",
        "content[traditional,household_consumption]",
        "content[traditional,government_consumption]",
        "content[traditional,business_investment]",
        "content[traditional,real_estate_investment]",
        "content[traditional,infrastructure]",
        "content[traditional,inventories]",
        "content[traditional,exports]",
        "content[emerging,household_consumption]",
        "content[emerging,government_consumption]",
        "content[emerging,business_investment]",
        "content[emerging,real_estate_investment]",
        "content[emerging,infrastructure]",
        "content[emerging,inventories]",
        "content[emerging,exports]",
        "content[construction,household_consumption]",
        "content[construction,government_consumption]",
        "content[construction,business_investment]",
        "content[construction,real_estate_investment]",
        "content[construction,infrastructure]",
        "content[construction,inventories]",
        "content[construction,exports]",
        "content[services,household_consumption]",
        "content[services,government_consumption]",
        "content[services,business_investment]",
        "content[services,real_estate_investment]",
        "content[services,infrastructure]",
        "content[services,inventories]",
        "content[services,exports]",
        "content[public,household_consumption]",
        "content[public,government_consumption]",
        "content[public,business_investment]",
        "content[public,real_estate_investment]",
        "content[public,infrastructure]",
        "content[public,inventories]",
        "content[public,exports]",
        "industry_substitution",
        "substitution_impact",
        "substitution_speed",
        "capacity_pull",
        "capital_elasticity[agriculture]",
        "capital_elasticity[traditional]",
        "capital_elasticity[emerging]",
        "capital_elasticity[construction]",
        "capital_elasticity[services]",
        "capital_elasticity[public]",
        "public_capital_elasticity",
        "research_elasticity[traditional]",
        "research_elasticity[emerging]",
        "export_control_damage",
        "export_control_exposure[traditional]",
        "export_control_exposure[emerging]",
        "export_control_exposure[services]",
        "zombie_damage",
        "policy_misallocation",
        "recent_subsidy_weight",
        "subsidy_reference",
        "credit_in_intensity",
        "policy_exposure[traditional]",
        "policy_exposure[emerging]",
        "reallocation_speed",
        "employment_speed",
        "okun",
        "natural_unemployment",
        "unemployment_speed",
        "wage_phillips",
        "wage_inertia",
        "wage_catch_up",
        "compensation_scale[agriculture]",
        "compensation_scale[traditional]",
        "compensation_scale[emerging]",
        "compensation_scale[construction]",
        "compensation_scale[services]",
        "compensation_scale[public]",
        "utilisation_norm",
        "utilisation_scale",
        "potential_memory",
        "productivity_memory",
        "price_inertia",
        "utilisation_slope[agriculture]",
        "utilisation_slope[traditional]",
        "utilisation_slope[emerging]",
        "utilisation_slope[construction]",
        "utilisation_slope[services]",
        "ceiling_slope",
        "ceiling_threshold",
        "price_war_slope[traditional]",
        "price_war_slope[emerging]",
        "price_war_threshold",
        "cost_correction",
        "import_price_passthrough",
        "import_price_exposure[traditional]",
        "import_price_exposure[emerging]",
        "house_price_passthrough",
        "material_passthrough",
        "farm_price_inertia",
        "farm_price_correction",
        "farm_import_passthrough",
        "anchor_weight",
        "expectation_memory",
        "import_price_impact",
        "import_price_correction",
        "export_margin_share[traditional]",
        "export_margin_share[emerging]",
        "reference_margin",
        "profit_margin_norm",
        "profit_margin_scale",
        "investment_inertia",
        "own_growth_weight",
        "investment_utilisation",
        "investment_margin",
        "neutral_real_rate",
        "investment_interest",
        "steering_utilisation",
        "steering_interest",
        "crowding_out",
        "crowded_out[traditional]",
        "crowded_out[emerging]",
        "investment_uncertainty",
        "investment_push",
        "services_margin_norm",
        "depreciation[agriculture]",
        "depreciation[traditional]",
        "depreciation[emerging]",
        "depreciation[construction]",
        "depreciation[services]",
        "depreciation[public]",
        "tariff_uncertainty",
        "tariff_surprise",
        "uncertainty_memory",
        "plan_weight",
        "demand_memory",
        "reference_subsidy[traditional]",
        "reference_subsidy[emerging]",
        "plan_push[traditional]",
        "plan_push[emerging]",
        "market_exit_rate",
        "zombie_inflow",
        "zombie_margin[traditional]",
        "zombie_margin[emerging]",
        "renewal_gain",
        "renewal_norm",
        "renewal_fading",
        "renewal_weight",
        "construction_equipment",
        "research_depreciation",
        "self_reliance_speed",
        "self_reliance_response",
        "normal_research_ratio",
        "self_reliance_ceiling",
        "technology_elasticity",
        "technology_exposure",
        "price_elasticity[us]",
        "price_elasticity[eu]",
        "price_elasticity[asean]",
        "price_elasticity[other]",
        "price_impact",
        "export_correction",
        "quality_elasticity",
        "vent_for_surplus",
        "diversion_share[us]",
        "diversion_share[eu]",
        "diversion_share[asean]",
        "diversion_share[other]",
        "tariff_absorption",
        "import_elasticity",
        "import_spill",
        "import_substitution",
        "import_control_effect",
        "import_speed",
        "import_impact",
        "reference_self_reliance",
        "neutral_rate_gap",
        "protection_response[eu]",
        "protection_response[asean]",
        "protection_response[other]",
        "protection_threshold",
        "protection_speed",
        "market_share_memory",
        "customs_export_ratio",
        "customs_import_ratio",
        "dollar_parity",
        "slack_weight",
        "export_cost_passthrough",
        "export_market_pricing",
        "export_price_correction",
        "export_cost_weight",
        "us_tariff_reference",
        "us_tariff_on_others_reference",
        "lost_sales_memory",
        "services_export_speed",
        "services_price_elasticity",
        "exchange_rate_inertia",
        "basket_response",
        "interest_response",
        "tariff_depreciation",
        "current_account_response",
        "current_account_norm",
        "technology_alarm",
        "foreign_profit_ratio",
        "reserve_accumulation",
        "homes_per_start",
        "sales_income_elasticity",
        "sales_affordability_elasticity",
        "sales_expectation",
        "sales_speed",
        "sales_momentum",
        "house_price_momentum",
        "house_price_sales",
        "house_price_overhang",
        "house_price_affordability",
        "reference_income",
        "house_expectation_memory",
        "normal_unsold",
        "restriction_effect",
        "leverage_effect",
        "leverage_threshold",
        "starts_speed",
        "starts_overhang",
        "starts_liquidity",
        "completion_rate",
        "completion_liquidity",
        "works_per_start",
        "works_per_home",
        "works_liquidity",
        "housing_depreciation",
        "land_speed",
        "land_price_elasticity",
        "land_starts_elasticity",
        "land_sales_elasticity",
        "land_liquidity_elasticity",
        "land_memory",
        "vehicle_land_floor",
        "vehicle_land_ceiling",
        "vehicle_land_response",
        "consumption_income",
        "consumption_inertia",
        "consumption_correction",
        "housing_wealth_elasticity",
        "liquid_wealth_elasticity",
        "consumption_interest",
        "consumption_precaution",
        "precaution_memory",
        "precaution_jobs",
        "precaution_benefits",
        "reference_benefits",
        "precaution_houses",
        "precaution_uncertainty",
        "precaution_deflation",
        "precaution_local",
        "trade_in_effect",
        "trade_in_payback",
        "payback_speed",
        "income_tax_rate",
        "contribution_rate",
        "mortgage_share",
        "household_repayment",
        "other_loans_ratio",
        "production_tax_rate",
        "company_tax_rate[firms]",
        "company_tax_rate[banks]",
        "payout_ratio[firms]",
        "payout_ratio[banks]",
        "anchor_tax_response",
        "debt_anchor",
        "firm_liquidity",
        "firm_liquidity_speed",
        "normal_write_offs",
        "exit_loss",
        "own_works_share",
        "developer_write_off_rate",
        "presale_deposits",
        "developer_levy",
        "support_share",
        "central_production_share",
        "central_income_share",
        "reference_land_ratio",
        "funding_gap_memory",
        "local_consumption_share",
        "local_subsidy_share",
        "consumption_catch_up",
        "gap_change_squeeze",
        "gap_squeeze",
        "countercyclical_response",
        "benefit_squeeze",
        "land_compensation_share",
        "transfer_ratio",
        "local_bond_spread",
        "infrastructure_speed[central]",
        "infrastructure_speed[local]",
        "infrastructure_speed[vehicles]",
        "infrastructure_land[central]",
        "infrastructure_land[local]",
        "infrastructure_land[vehicles]",
        "infrastructure_gap[central]",
        "infrastructure_gap[local]",
        "infrastructure_gap[vehicles]",
        "infrastructure_control[central]",
        "infrastructure_control[local]",
        "infrastructure_control[vehicles]",
        "infrastructure_impulse[central]",
        "infrastructure_impulse[local]",
        "infrastructure_impulse[vehicles]",
        "policy_rate_floor",
        "inflation_response",
        "output_response",
        "policy_rate_memory",
        "neutral_policy_rate",
        "financial_repression",
        "reserve_floor",
        "reserve_memory",
        "normal_reserve_ratio",
        "reserve_inflation_response",
        "lending_speed",
        "reserve_cost",
        "lending_spread",
        "mortgage_spread",
        "deposit_speed",
        "deposit_passthrough",
        "deposit_spread",
        "bond_spread",
        "vehicle_speed",
        "vehicle_spread",
        "vehicle_risk",
        "reserve_rate",
        "stimulus_response",
        "stimulus_withdrawal",
        "stimulus_memory",
        "growth_memory",
        "add_factor(final_demand[inventories])",
        "add_factor(emerging_shift)",
        "add_factor(capacity[traditional])",
        "add_factor(capacity[emerging])",
        "add_factor(capacity[services])",
        "add_factor(capacity[agriculture])",
        "add_factor(capacity[construction])",
        "add_factor(capacity[public])",
        "add_factor(unemployment)",
        "add_factor(wage)",
        "add_factor(price_value_added[agriculture])",
        "add_factor(price_value_added[traditional])",
        "add_factor(price_value_added[emerging])",
        "add_factor(price_value_added[construction])",
        "add_factor(price_value_added[services])",
        "add_factor(import_price)",
        "add_factor(investment_rate[traditional])",
        "add_factor(investment_rate[emerging])",
        "add_factor(investment_rate[services])",
        "add_factor(investment[agriculture])",
        "add_factor(investment[construction])",
        "add_factor(zombie_share[traditional])",
        "add_factor(zombie_share[emerging])",
        "add_factor(technology)",
        "add_factor(self_reliance)",
        "add_factor(export_price)",
        "add_factor(exports_real[us])",
        "add_factor(exports_real[eu])",
        "add_factor(exports_real[asean])",
        "add_factor(exports_real[other])",
        "add_factor(exports_services)",
        "add_factor(import_share)",
        "add_factor(exchange_rate)",
        "add_factor(tariff[eu])",
        "add_factor(tariff[asean])",
        "add_factor(tariff[other])",
        "add_factor(home_sales)",
        "add_factor(house_price)",
        "add_factor(housing_starts)",
        "add_factor(housing_completions)",
        "add_factor(final_demand[real_estate_investment])",
        "add_factor(land_revenue)",
        "add_factor(core_consumption)",
        "add_factor(household_other_loans)",
        "add_factor(final_demand[government_consumption])",
        "add_factor(infrastructure_spending[central])",
        "add_factor(infrastructure_spending[local])",
        "add_factor(infrastructure_spending[vehicles])",
        "add_factor(policy_rate)",
        "add_factor(reserve_ratio)",
        "add_factor(lending_rate)",
        "add_factor(mortgage_rate)",
        "add_factor(deposit_rate)",
        "add_factor(bond_yield)",
        "add_factor(vehicle_rate)",
        "add_factor(growth_stimulus)",
        "property_tax_rate",
        "vehicle_write_off_rate",
    ];

    /// <summary>The equations, in the order of their residuals.</summary>
    public static IReadOnlyList<string> Equations { get; } =
    [
        "final_demand[business_investment]",
        "final_demand[infrastructure]",
        "final_demand[exports]",
        "final_demand[inventories]",
        "inventory_stock",
        "domestic_content[household_consumption]",
        "domestic_content[government_consumption]",
        "domestic_content[business_investment]",
        "domestic_content[real_estate_investment]",
        "domestic_content[infrastructure]",
        "domestic_content[inventories]",
        "domestic_content[exports]",
        "imports_real",
        "gdp_real",
        "gdp_growth",
        "emerging_shift",
        "value_added[agriculture]",
        "value_added[construction]",
        "value_added[services]",
        "value_added[public]",
        "value_added[emerging]",
        "value_added[traditional]",
        "emerging_share",
        "misallocation_factor",
        "productivity[traditional]",
        "productivity[emerging]",
        "productivity[services]",
        "trend_labour[agriculture]",
        "trend_labour[traditional]",
        "trend_labour[emerging]",
        "trend_labour[construction]",
        "trend_labour[services]",
        "trend_labour[public]",
        "farm_labour_inflow",
        "capacity[traditional]",
        "capacity[emerging]",
        "capacity[services]",
        "capacity[agriculture]",
        "capacity[construction]",
        "capacity[public]",
        "utilisation_gap[agriculture]",
        "utilisation_gap[traditional]",
        "utilisation_gap[emerging]",
        "utilisation_gap[construction]",
        "utilisation_gap[services]",
        "utilisation_gap[public]",
        "capacity_utilisation",
        "potential_output",
        "potential_growth",
        "output_gap",
        "employment[agriculture]",
        "employment[traditional]",
        "employment[emerging]",
        "employment[construction]",
        "employment[services]",
        "employment[public]",
        "employment_total",
        "employment_gap",
        "unemployment",
        "productivity_growth",
        "wage",
        "compensation[agriculture]",
        "compensation[traditional]",
        "compensation[emerging]",
        "compensation[construction]",
        "compensation[services]",
        "compensation[public]",
        "compensation_total",
        "expected_inflation",
        "price_war[traditional]",
        "price_war[emerging]",
        "unit_labour_cost[traditional]",
        "unit_labour_cost[emerging]",
        "unit_labour_cost[construction]",
        "unit_labour_cost[services]",
        "price_value_added[agriculture]",
        "price_value_added[traditional]",
        "price_value_added[emerging]",
        "price_value_added[construction]",
        "price_value_added[services]",
        "price_value_added[public]",
        "import_price",
        "import_price_duty_paid",
        "demand_price[household_consumption]",
        "demand_price[government_consumption]",
        "demand_price[business_investment]",
        "demand_price[real_estate_investment]",
        "demand_price[infrastructure]",
        "demand_price[inventories]",
        "demand_price[exports]",
        "gdp_nominal",
        "gdp_nominal_expenditure",
        "gdp_deflator",
        "deflator_inflation",
        "nominal_growth",
        "consumer_inflation",
        "producer_price",
        "producer_inflation",
        "value_added_nominal[agriculture]",
        "value_added_nominal[construction]",
        "value_added_nominal[public]",
        "value_added_nominal[traditional]",
        "value_added_nominal[emerging]",
        "value_added_nominal[services]",
        "margin[traditional]",
        "margin[emerging]",
        "margin[services]",
        "profit_margin",
        "uncertainty",
        "real_lending_rate",
        "expected_growth",
        "expected_demand_growth[traditional]",
        "expected_demand_growth[emerging]",
        "expected_demand_growth[services]",
        "state_push[traditional]",
        "state_push[emerging]",
        "investment_rate[traditional]",
        "investment_rate[emerging]",
        "investment_rate[services]",
        "investment[traditional]",
        "investment[emerging]",
        "investment[services]",
        "investment[agriculture]",
        "investment[construction]",
        "exit_rate[traditional]",
        "exit_rate[emerging]",
        "renewal",
        "zombie_share[traditional]",
        "zombie_share[emerging]",
        "capital[traditional]",
        "capital[emerging]",
        "capital[agriculture]",
        "capital[construction]",
        "capital[services]",
        "capital[public]",
        "research_spending",
        "research_stock",
        "technology",
        "self_reliance",
        "export_utilisation_gap",
        "export_price",
        "us_tariff_wedge",
        "export_price_us",
        "relative_price[us]",
        "relative_price[eu]",
        "relative_price[asean]",
        "relative_price[other]",
        "exports_real[us]",
        "exports_real[eu]",
        "exports_real[asean]",
        "exports_real[other]",
        "exports_lost",
        "exports_services",
        "exports_nominal",
        "export_margin",
        "price_domestic",
        "import_share",
        "real_exchange_rate",
        "exchange_rate",
        "tariff[eu]",
        "tariff[asean]",
        "tariff[other]",
        "market_share_norm[eu]",
        "market_share_norm[asean]",
        "market_share_norm[other]",
        "tariff[us]",
        "export_controls",
        "primary_income",
        "foreign_profits",
        "current_account",
        "current_account_ratio",
        "net_exports_ratio",
        "customs_exports",
        "customs_imports",
        "customs_exports_us",
        "customs_balance",
        "customs_balance_ratio",
        "house_price_to_income",
        "expected_house_inflation",
        "home_sales_target",
        "home_sales",
        "unsold_quarters",
        "house_price",
        "developer_liquidity",
        "housing_starts",
        "homes_under_construction",
        "housing_completions",
        "unsold_homes",
        "final_demand[real_estate_investment]",
        "housing_stock",
        "housing_wealth",
        "home_sales_value",
        "land_revenue",
        "land_revenue_ratio",
        "vehicle_land_share",
        "household_income",
        "household_income_real",
        "household_income_adjusted",
        "precaution",
        "consumption_target",
        "core_consumption",
        "pulled_forward_purchases",
        "final_demand[household_consumption]",
        "saving_rate",
        "consumption_share",
        "personal_income_tax",
        "social_contributions",
        "household_loans",
        "household_other_loans",
        "currency_held",
        "household_deposits",
        "household_net_worth",
        "operating_surplus",
        "production_tax_add_on",
        "production_taxes",
        "profit[firms]",
        "company_tax[firms]",
        "company_tax[banks]",
        "dividends[firms]",
        "dividends[banks]",
        "firm_deposits",
        "firm_write_offs",
        "firm_loans",
        "developer_debt",
        "developer_write_offs",
        "developer_deposits",
        "vehicle_debt",
        "vehicle_support",
        "import_duties",
        "central_tax_revenue",
        "local_tax_revenue",
        "local_funding_gap",
        "final_demand[government_consumption]",
        "social_benefits",
        "subsidy[traditional]",
        "subsidy[emerging]",
        "trade_in_subsidies",
        "household_transfers",
        "land_compensation",
        "infrastructure_spending[central]",
        "infrastructure_spending[local]",
        "infrastructure_spending[vehicles]",
        "central_local_transfers",
        "central_bonds",
        "local_bonds",
        "augmented_debt_ratio",
        "augmented_deficit_ratio",
        "policy_rate",
        "reserve_ratio",
        "lending_rate",
        "mortgage_rate",
        "deposit_rate",
        "bond_yield",
        "vehicle_rate",
        "bank_reserves",
        "profit[banks]",
        "bank_net_worth",
        "central_bank_lending",
        "central_bank_remittance",
        "foreign_reserves",
        "reserve_transactions",
        "net_foreign_assets",
        "central_bank_net_worth",
        "smoothed_growth",
        "growth_stimulus",
        "consumption_share_gap",
        "research_gap",
        "check_real_gdp",
        "check_nominal_gdp",
        "check_central_bank",
        "check_net_lending",
    ];
}
