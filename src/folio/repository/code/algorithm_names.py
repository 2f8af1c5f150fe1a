"""The core algorithms that folio knows, by the names that functions and types are given."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from folio.repository.code.python import snake_case

ALIASES: dict[str, str] = {
    "linear regression": r"linear_regression|ordinary_least_squares|ridge_regression|lasso(_regression)?"
                         r"|elastic_net|ols",
    "logistic regression": r"logistic_regression|softmax_regression",
    "gradient descent": r"(stochastic_|mini_?batch_)?gradient_descent|sgd|adam|rmsprop|adagrad|momentum_optimi[sz]er",
    "neural network": r"neural_net(work)?|mlp|multi_?layer_perceptron|feed_?forward|back_?prop(agation|agate)?",
    "automatic differentiation": r"autograd|autodiff|reverse_mode|computation_graph",
    "perceptron": r"perceptron",
    "k-means": r"k_?means(_plus_plus|_pp)?|k_?medoids|lloyd",
    "nearest neighbours": r"knn|k_?nearest_neighbou?rs?|nearest_neighbou?rs?",
    "decision tree": r"decision_tree|regression_tree|classification_tree|cart|id3",
    "random forest": r"random_forest|bagging|bagged_trees",
    "gradient boosting": r"gradient_boost(ing|ed)?(_\w+)?|ada_?boost|boosted_(trees|stumps)",
    "naive Bayes": r"(gaussian_|multinomial_|bernoulli_)?naive_bayes|(gaussian|multinomial|bernoulli)_nb",
    "support vector machine": r"svm|support_vector(_machine|_classifier)?|smo|pegasos",
    "principal components": r"pca|principal_components?(_analysis)?",
    "eigenvectors": r"svd|power_iteration|qr_(algorithm|decomposition)|jacobi_eigen\w*|lanczos",
    "mixture by EM": r"gmm|gaussian_mixture|expectation_maximi[sz]ation|em_algorithm",
    "hidden Markov model": r"hmm|hidden_markov(_model)?|viterbi|baum_welch|forward_backward",
    "Kalman filter": r"(extended_|unscented_)?kalman(_filter|_smoother|_update)?|particle_filter",
    "discriminant analysis": r"lda|linear_discriminant(_analysis)?|qda",
    "topic model": r"latent_dirichlet(_allocation)?|plsa|nmf|non_?negative_matrix_factori[sz]ation",
    "density clustering": r"db_?scan|optics|mean_?shift",
    "hierarchical clustering": r"(hierarchical|agglomerative)_clustering",
    "association rules": r"apriori|fp_growth|eclat",
    "PageRank": r"page_?rank",
    "reinforcement learning": r"q_learning|sarsa|policy_(gradient|iteration)|value_iteration|reinforce|mcts"
                              r"|monte_carlo_tree_search"
                              r"|(epsilon_greedy|ucb1?|thompson_sampling)(_\w+)?",
    "attention": r"(self_|multi_?head_|causal_|scaled_dot_product_)?attention|transformer(_block|_encoder|_decoder)?",
    "convolution": r"conv(olution(al)?)?_?[12]d|convolution|im2col|cnn|convolutional_neural_net(work)?",
    "recurrent network": r"rnn|lstm(_cell)?|gru(_cell)?",
    "word vectors": r"word2vec|skip_?gram|cbow|glove",
    "text ranking": r"tf_?idf|bm25|byte_pair_encoding|bpe",
    "matrix factorisation": r"matrix_factori[sz]ation|als|alternating_least_squares|funk_svd|bpr",
    "sampling": r"metropolis(_hastings)?|gibbs_sampl(er|ing)|hamiltonian_monte_carlo|hmc|rejection_sampl(er|ing)"
                r"|importance_sampling|mcmc",
    "exponential smoothing": r"holt(_winters)?|(simple_|double_|triple_)?exponential_smoothing|croston(_sba)?"
                             r"|theta_(model|method)",
    "autoregression": r"arima?|arma|auto_?regress(ion|ive)(_model)?|yule_walker|levinson(_durbin)?",
    "Gaussian process": r"gaussian_process(_regress\w+)?",
    "isolation forest": r"isolation_forest",
    "optimisation": r"newton_raphson|newtons?_method|(l_?)?bfgs|conjugate_gradient|coordinate_descent|irls"
                    r"|simulated_annealing"
                    r"|genetic_algorithm|nelder_mead|line_search|levenberg_marquardt",
    "sequence alignment": r"dynamic_time_warping|dtw|needleman_wunsch|smith_waterman|edit_distance"
                          r"|levenshtein(_distance)?",
    "shortest path": r"dijkstra|a_star|bellman_ford|floyd_warshall",
    "Fourier transform": r"(fast_fourier_transform|fft)",
}  # fmt: skip
"""What it is called -> the names it goes by, in snake_case."""

WRAPS = (r"(?:(?:fit|train|run|solve|compute|my|simple|basic|naive|numpy|np|scratch|own|mini|tiny|custom|online"
         r"|batch|vectori[sz]ed|"
         r"weighted|robust|binary|multiclass|sparse|dense|bayesian|l1|l2|regulari[sz]ed|recursive|iterative"
         r"|damped)_)*")  # fmt: skip
ENDS = (r"(?:_(?:gd|sgd|classifier|regressor|regression|model|scratch|from_scratch|numpy|np|fit|step|solver"
        r"|update|optimi[sz]er|algorithm|estimator|"
        r"clustering|search|forecast|forecaster|path|filter|layer|net|network|vanilla|simple|v?\d+|agent|sampler"
        r"|vectori[sz]er|index|ranker|"
        r"regulari[sz]ed|l1|l2|tokeni[sz]er|distance|predict|transform|decod(?:e|er|ing)|smoother"
        r"|grower|builder|trainer|learner))*")  # fmt: skip
STEM = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(f'(?:{aliases})' for aliases in ALIASES.values())})(?![a-z0-9])")
"""Some algorithm's name within a longer one: a quick no for nearly everything that is not one."""
FRAMEWORKS = frozenset({"torch", "tensorflow", "jax", "keras", "flax", "mxnet", "tinygrad", "paddle"})
"""Libraries that take the gradients: an algorithm built on one is helped, and its test imports it in any case."""


@lru_cache(maxsize=1 << 14)
def algorithm(name: str) -> str | None:
    """The core algorithm that a function or class is named for."""
    bare = snake_case(name)
    if not STEM.search(bare):
        return None
    return next((algorithm for algorithm in ALIASES if _pattern(algorithm).fullmatch(bare)), None)


@cache
def _pattern(algorithm: str) -> re.Pattern[str]:
    """Compiled when a name first comes near: all of them take longer than reading a small repository."""
    return re.compile(f"{WRAPS}(?:{ALIASES[algorithm]}){ENDS}")
