"""Metrics in other languages than Python."""

from __future__ import annotations

from folio.repository.code.languages.table import by_family

METRICS = by_family(
    {
        "r": {
            "": {
                "roc auc": "roc_auc roc_auc_vec twoClassSummary =twoClassSummary",
                "average precision": "pr_auc pr_auc_vec", "log loss": "mn_log_loss mn_log_loss_vec mnLogLoss",
                "brier score": "brier_class brier_class_vec", "f1": "f_meas f_meas_vec F1_Score F_meas",
                "balanced accuracy": "bal_accuracy bal_accuracy_vec", "confusion matrix": "confusionMatrix conf_mat",
                "mean squared error": "rmse_vec RMSE", "mean absolute error": "mae_vec MAE",
                "percentage error": "mape_vec smape_vec MAPE", "scaled error": "mase_vec",
                "r2": "rsq_vec rsq_trad R2_Score", "precision and recall": "prSummary",
                "regression metrics": "postResample",
            },
            "pROC|ROCR|PRROC|MLmetrics|precrec": {
                "roc auc": "roc auc AUC evalmod", "average precision": "pr.curve PRAUC",
            },
            "yardstick|tidymodels": {
                "roc auc": "=roc_auc", "average precision": "=pr_auc", "log loss": "=mn_log_loss",
                "accuracy": "accuracy =accuracy accuracy_vec", "precision": "precision =precision precision_vec",
                "recall": "recall =recall sens =sens sensitivity recall_vec", "kappa": "kap =kap",
                "matthews": "mcc =mcc", "f1": "=f_meas", "mean squared error": "rmse =rmse",
                "mean absolute error": "mae =mae", "r2": "rsq =rsq", "percentage error": "mape =mape smape =smape",
                "scaled error": "mase =mase", "concordance": "ccc =ccc", "huber loss": "huber_loss =huber_loss",
            },
            "caret": {
                "precision": "precision posPredValue", "recall": "recall sensitivity", "specificity": "specificity",
            },
            "Metrics|MLmetrics": {
                "mean squared error": "rmse mse RMSE MSE", "mean absolute error": "mae MAE",
                "percentage error": "mape smape", "log loss": "logLoss LogLoss ll", "roc auc": "auc AUC",
                "accuracy": "accuracy Accuracy", "f1": "f1 F1_Score",
            },
            "forecast|fabletools|fable|fpp3": {
                "forecast accuracy": "accuracy", "crps": "CRPS =CRPS", "interval score": "winkler_score",
            },
            "mlr3|mlr3verse|mlr": {"library metric": "msr msrs"},
            "scoringRules|scoringutils": {"crps": "crps_sample crps crps_norm"},
            "cluster|clusterCrit|fpc": {"silhouette": "silhouette"},
        },
        "julia": {
            "MLJ|MLJBase|StatisticalMeasures|MLBase|EvalMetrics|MLMetrics|Metrics|Flux|FluxTraining|StatsBase": {
                "accuracy": "accuracy correctrate", "balanced accuracy": "balanced_accuracy",
                "precision": "precision ppv", "recall": "recall true_positive_rate tpr", "f1": "f1score FScore",
                "roc auc": "auc area_under_curve roc", "log loss": "log_loss cross_entropy LogLoss",
                "brier score": "brier_score brier_loss", "matthews": "mcc matthews_correlation", "kappa": "kappa",
                "confusion matrix": "confusion_matrix confusmat",
                "mean squared error": "rms rmse rmsd msd mse l2 rmsl", "mean absolute error": "mae meanad l1 mav",
                "percentage error": "mape", "r2": "r2 rsquared rsq",
            },
            "Clustering": {"silhouette": "silhouettes", "rand index": "randindex vmeasure mutualinfo"},
            "MLJ|MLJBase": {"confusion matrix": "ConfusionMatrix"},
        },
        "java": {
            "org.apache.spark.ml.evaluation|org.apache.spark.mllib.evaluation": {
                "roc auc": "BinaryClassificationEvaluator BinaryClassificationMetrics",
                "classification metrics": "MulticlassClassificationEvaluator MulticlassMetrics",
                "regression metrics": "RegressionEvaluator RegressionMetrics", "silhouette": "ClusteringEvaluator",
                "ranking metrics": "RankingEvaluator RankingMetrics",
            },
            "smile": {
                "accuracy": "Accuracy Accuracy.of", "precision": "Precision Precision.of",
                "recall": "Recall Recall.of Sensitivity", "f1": "FScore", "roc auc": "AUC AUC.of",
                "log loss": "LogLoss", "matthews": "MatthewsCorrelation", "confusion matrix": "ConfusionMatrix",
                "mean squared error": "RMSE MSE", "mean absolute error": "MAD", "r2": "R2",
                "rand index": "AdjustedRandIndex RandIndex",
            },
            "weka": {
                "accuracy": "pctCorrect", "roc auc": "areaUnderROC weightedAreaUnderROC",
                "f1": "fMeasure weightedFMeasure", "precision": "precision weightedPrecision",
                "recall": "recall weightedRecall", "kappa": "kappa", "mean absolute error": "meanAbsoluteError",
                "mean squared error": "rootMeanSquaredError", "confusion matrix": "confusionMatrix toMatrixString",
                "correlation": "correlationCoefficient",
            },
            "org.tribuo": {"classification metrics": "LabelEvaluator", "regression metrics": "RegressionEvaluator"},
            "org.nd4j.evaluation|org.deeplearning4j.eval": {
                "roc auc": "ROC ROCMultiClass", "classification metrics": "Evaluation",
                "regression metrics": "RegressionEvaluation",
            },
        },
        "rust": {
            "linfa": {
                "accuracy": "accuracy", "precision": "precision", "recall": "recall", "f1": "f1_score f_score",
                "matthews": "mcc", "roc auc": "area_under_curve roc", "confusion matrix": "confusion_matrix",
                "r2": "r2", "mean squared error": "mean_squared_error", "mean absolute error": "mean_absolute_error",
                "silhouette": "silhouette_score",
            },
            "smartcore": {
                "accuracy": "accuracy", "precision": "precision", "recall": "recall", "f1": "f1 F1.new",
                "roc auc": "roc_auc_score", "r2": "r2", "mean squared error": "mean_squared_error",
                "mean absolute error": "mean_absolute_error",
                "rand index": "homogeneity_score completeness_score v_measure_score",
            },
        },
        "javascript": {
            "ml-confusion-matrix|ml": {"confusion matrix": "ConfusionMatrix.fromLabels ConfusionMatrix fromLabels"},
            "ml-roc-multiclass|ml-roc-curve|ml": {"roc auc": "getAuc getRocCurve"},
            "@tensorflow/tfjs|@tensorflow/tfjs-node|@tensorflow/tfjs-node-gpu": {
                "accuracy": "binaryAccuracy categoricalAccuracy", "precision": "metrics.precision",
                "recall": "metrics.recall", "mean absolute error": "meanAbsoluteError",
                "mean squared error": "meanSquaredError", "confusion matrix": "confusionMatrix",
            },
            "@tensorflow/tfjs-vis": {"confusion matrix": "confusionMatrix", "accuracy": "accuracy perClassAccuracy"},
        },
        "c": {
            "mlpack": {
                "accuracy": "Accuracy.Evaluate Accuracy", "precision": "Precision", "recall": "Recall", "f1": "F1",
                "mean squared error": "MSE", "r2": "R2Score", "silhouette": "SilhouetteScore",
                "confusion matrix": "ConfusionMatrix", "roc auc": "ROCAUCScore",
            },
            "dlib": {
                "accuracy": "test_binary_decision_function test_multiclass_decision_function",
                "mean squared error": "test_regression_function", "average precision": "average_precision",
            },
        },
        "go": {
            "github.com/sjwhitworth/golearn/evaluation": {
                "confusion matrix": "evaluation.GetConfusionMatrix", "accuracy": "evaluation.GetAccuracy",
                "precision": "evaluation.GetPrecision", "recall": "evaluation.GetRecall",
                "f1": "evaluation.GetF1Score",
            },
            "gonum.org/v1/gonum/stat": {"roc auc": "stat.ROC", "r2": "stat.RSquared stat.RSquaredFrom"},
        },
    }
)  # fmt: skip
