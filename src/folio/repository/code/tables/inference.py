"""Statistics that decide, in other languages than Python."""

from __future__ import annotations

from folio.repository.code.languages.table import by_family

METHODS = by_family(
    {
        "r": {
            "": {
                "t-test": "t.test pairwise.t.test", "Wilcoxon test": "wilcox.test", "chi-squared test": "chisq.test",
                "Fisher's exact test": "fisher.test", "Kolmogorov-Smirnov test": "ks.test",
                "Kruskal-Wallis test": "kruskal.test", "Friedman test": "friedman.test",
                "analysis of variance": "aov anova oneway.test Anova",
                "regression inference": "lm glm lmer glmer nls gam", "correlation test": "cor.test",
                "normality test": "shapiro.test ad.test", "variance test": "var.test bartlett.test leveneTest",
                "McNemar test": "mcnemar.test", "proportion test": "prop.test", "binomial test": "binom.test",
                "confidence interval": "confint boot.ci", "multiple testing": "p.adjust TukeyHSD glht emmeans",
                "power analysis": "power.t.test power.prop.test pwr.t.test pwr.anova.test", "bootstrap": "boot",
                "posterior": "brm stan_glm stan_glmer rstan.stan cmdstan_model jags.model",
                "survival analysis": "coxph survfit survdiff", "stationarity test": "adf.test kpss.test ur.df",
                "autocorrelation test": "Box.test durbinWatsonTest dwtest", "Diebold-Mariano test": "dm.test",
                "causality test": "grangertest", "causal inference": "matchit estimate_effect CausalImpact",
            },
            "infer|tidymodels": {
                "permutation test": "generate", "confidence interval": "get_confidence_interval get_ci",
            },
            "rstan|cmdstanr": {"posterior": "stan sampling"},
        },
        "julia": {
            "HypothesisTests": {
                "t-test": "OneSampleTTest EqualVarianceTTest UnequalVarianceTTest",
                "Mann-Whitney test": "MannWhitneyUTest", "Wilcoxon test": "SignedRankTest",
                "Kolmogorov-Smirnov test": "ApproximateTwoSampleKSTest ExactOneSampleKSTest",
                "chi-squared test": "ChisqTest", "Fisher's exact test": "FisherExactTest",
                "Kruskal-Wallis test": "KruskalWallisTest", "analysis of variance": "OneWayANOVATest",
                "permutation test": "ApproximatePermutationTest ExactPermutationTest", "binomial test": "BinomialTest",
                "normality test": "JarqueBeraTest ShapiroWilkTest OneSampleADTest", "stationarity test": "ADFTest",
                "correlation test": "CorrelationTest", "confidence interval": "confint", "p-value": "pvalue",
            },
            "GLM|MixedModels": {
                "regression inference": "lm glm LinearModel GeneralizedLinearModel LinearMixedModel",
                "confidence interval": "confint",
            },
            "Bootstrap": {"bootstrap": "bootstrap", "confidence interval": "confint"},
            "Turing|DynamicHMC|AdvancedHMC|Gen|Soss": {"posterior": "sample NUTS HMC importance_resampling"},
            "MultipleTesting": {"multiple testing": "adjust"},
            "Survival": {"survival analysis": "KaplanMeier CoxModel fit"},
            "ConformalPrediction": {"conformal interval": "conformal_model"},
        },
        "java": {
            "org.apache.commons.math3.stat.inference|org.apache.commons.math4"
            "|org.apache.commons.statistics.inference|org.hipparchus": {
                "t-test": "TTest tTest pairedTTest", "chi-squared test": "ChiSquareTest chiSquareTest",
                "Mann-Whitney test": "MannWhitneyUTest mannWhitneyUTest", "Wilcoxon test": "WilcoxonSignedRankTest",
                "Kolmogorov-Smirnov test": "KolmogorovSmirnovTest kolmogorovSmirnovTest",
                "analysis of variance": "OneWayAnova oneWayAnovaPValue", "binomial test": "BinomialTest",
            },
            "org.apache.commons.math3.stat.interval": {
                "confidence interval": "WilsonScoreInterval ClopperPearsonInterval",
            },
            "smile": {
                "t-test": "TTest.test", "Kolmogorov-Smirnov test": "KSTest.test", "chi-squared test": "ChiSqTest.test",
                "correlation test": "CorTest",
            },
            "org.apache.spark.ml.stat|org.apache.spark.mllib.stat": {
                "chi-squared test": "ChiSquareTest chiSqTest",
                "Kolmogorov-Smirnov test": "KolmogorovSmirnovTest kolmogorovSmirnovTest",
                "analysis of variance": "ANOVATest",
            },
        },
        "rust": {
            "statrs|hypors|statest": {
                "t-test": "t_test one_sample_t_test paired_t_test unpaired_t_test two_sample_t_test",
                "Fisher's exact test": "fishers_exact", "Mann-Whitney test": "mannwhitneyu mann_whitney_u",
                "Kolmogorov-Smirnov test": "ks_onesample ks_twosample",
                "chi-squared test": "chisquare chi_square_goodness_of_fit", "analysis of variance": "anova f_oneway",
            },
        },
        "javascript": {
            "jstat|simple-statistics|@stdlib/stats|ml|ttest": {
                "t-test": "ttest tTest tTestTwoSample", "analysis of variance": "anovaftest anovafscore",
                "permutation test": "permutationTest", "confidence interval": "normalci tci",
                "chi-squared test": "chiSquaredGoodnessOfFit chi2test", "Wilcoxon test": "wilcoxonRankSum wilcoxon",
            },
        },
        "go": {
            "golang.org/x/perf|github.com/aclements/go-moremath|gonum.org/v1/gonum/stat": {
                "t-test": "stats.TwoSampleTTest stats.TwoSampleWelchTTest stats.PairedTTest",
                "Mann-Whitney test": "stats.MannWhitneyUTest", "Kolmogorov-Smirnov test": "stat.KolmogorovSmirnov",
                "chi-squared test": "stat.ChiSquare",
            },
        },
        "c": {
            "boost/math": {
                "confidence interval": "find_lower_bound_on_p find_upper_bound_on_p",
                "t-test": "one_sample_t_test two_sample_t_test paired_samples_t_test",
                "chi-squared test": "chi_square_test",
            },
            "gsl": {"bootstrap": "gsl_ran_sample"},
            "stan": {"posterior": "hmc_nuts_diag_e_adapt"},
        },
    }
)  # fmt: skip
