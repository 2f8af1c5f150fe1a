"""Statistics that decide: tests, intervals, resampling, posteriors. Source: rubric, `statistical-inference-used`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.code.elsewhere import used
from folio.repository.code.python import Definition
from folio.repository.code.tables import inference as tables
from folio.repository.code.usage import called, defined_like, one_each
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

SCIPY = {
    "ttest_ind": "t-test", "ttest_rel": "t-test", "ttest_1samp": "t-test", "ttest_ind_from_stats": "t-test",
    "mannwhitneyu": "Mann-Whitney test", "wilcoxon": "Wilcoxon test", "ks_2samp": "Kolmogorov-Smirnov test",
    "kstest": "Kolmogorov-Smirnov test", "chi2_contingency": "chi-squared test", "chisquare": "chi-squared test",
    "fisher_exact": "Fisher's exact test", "f_oneway": "analysis of variance", "kruskal": "Kruskal-Wallis test",
    "friedmanchisquare": "Friedman test", "pearsonr": "correlation test", "spearmanr": "correlation test",
    "kendalltau": "correlation test", "shapiro": "normality test", "anderson": "normality test",
    "normaltest": "normality test",
    "levene": "variance test", "bartlett": "variance test", "binomtest": "binomial test",
    "binom_test": "binomial test",
    "bootstrap": "bootstrap", "permutation_test": "permutation test", "interval": "confidence interval",
    "false_discovery_control": "multiple testing", "monte_carlo_test": "permutation test",
}  # fmt: skip
TABLE = {
    "scipy": SCIPY,
    "statsmodels": {
        "proportions_ztest": "proportion test", "proportion_confint": "confidence interval",
        "multipletests": "multiple testing",
        "adfuller": "stationarity test", "kpss": "stationarity test", "anova_lm": "analysis of variance",
        "OLS": "regression inference",
        "ols": "regression inference", "GLM": "regression inference", "glm": "regression inference",
        "Logit": "regression inference",
        "logit": "regression inference", "MixedLM": "regression inference", "TTestIndPower": "power analysis",
        "NormalIndPower": "power analysis", "pairwise_tukeyhsd": "multiple testing",
        "acorr_ljungbox": "autocorrelation test",
        "mcnemar": "McNemar test", "grangercausalitytests": "causality test",
    },
    "pingouin": {"ttest": "t-test", "mwu": "Mann-Whitney test", "anova": "analysis of variance",
    "compute_bootci": "bootstrap",
                 "corr": "correlation test", "power_ttest": "power analysis", "*": "statistical test"},
    "pymc": {"sample": "posterior", "sample_posterior_predictive": "posterior"},
    "numpyro": {"MCMC": "posterior"}, "pyro": {"MCMC": "posterior"}, "cmdstanpy": {"CmdStanModel": "posterior"},
    "emcee": {"EnsembleSampler": "posterior"}, "arviz": {"hdi": "credible interval", "summary": "posterior"},
    "lifelines": {"CoxPHFitter": "survival analysis", "KaplanMeierFitter": "survival analysis",
    "logrank_test": "survival analysis"},
    "dowhy": {"CausalModel": "causal inference"}, "econml": {"*": "causal inference"},
    "mapie": {"*": "conformal interval"},
    "crepes": {"*": "conformal interval"},
}  # fmt: skip
OWN = {
    "bootstrap": re.compile(r"(^|_)bootstrap(_|$|ped)"),
    "permutation test": re.compile(r"permutation_test|randomi[sz]ation_test"),
    "confidence interval": re.compile(
        r"confidence_interval|(^|_)conf_int$|wilson_(interval|score)|clopper_pearson|(^|_)ci_95$"
    ),
    "t-test": re.compile(r"(^|_)(welch_)?t_test(_|$)"),
    "Diebold-Mariano test": re.compile(r"diebold_mariano"),
    "posterior": re.compile(r"metropolis(_|$)|gibbs_sampl|posterior_(mean|sample|update)|beta_binomial"),
    "sequential test": re.compile(r"(^|_)sprt(_|$)|sequential_test"),
    "power analysis": re.compile(r"power_analysis|required_sample_size|minimum_detectable"),
    "conformal interval": re.compile(r"conformal"),
    "credible interval": re.compile(r"credible_interval"),
    "chi-squared test": re.compile(r"chi_?(2|squared?)_test"),
}
DRAWS = frozenset(
    [
        "choice",
        "choices",
        "integers",
        "randint",
        "resample",
        "sample",
        "permutation",
        "permuted",
        "shuffle",
        "random",
        "normal",
        "uniform",
        "take",
        "rand",
    ]
)
DRAWN = re.compile(r"(?i)sampl|rand|shuffle|choice|permut|\brng\b")
"""What a function that draws at random says in other languages."""
RESAMPLED = frozenset({"bootstrap", "permutation test"})


def scan(file: File) -> Iterator[Mark]:
    """Methods of a library that are called, and own ones that are defined."""
    yield from called(file, TABLE)
    for name, pattern in OWN.items():
        yield from defined_like(
            file,
            pattern,
            name,
            at_least=4,
            holding=_draws if name in RESAMPLED else None,
            holding_words=DRAWN if name in RESAMPLED else None,
        )
    yield from used(file, tables.METHODS)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first use of each method; one that is written here counts where it is called."""
    return one_each(tree.places("inference"))


def _draws(definition: Definition) -> bool:
    """Whether it draws at random: a function that starts an application is called bootstrap as well."""
    return any(isinstance(node, ast.Attribute) and node.attr in DRAWS for node in ast.walk(definition))
