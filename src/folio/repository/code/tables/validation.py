"""Validation schemes in other languages than Python."""

from __future__ import annotations

from folio.repository.code.languages.table import by_family

SCHEMES = by_family(
    {
        "r": {
            "": {
                "holdout": (
                    "initial_split initial_validation_split createDataPartition initial_time_split sample.split"
                ),
                "k-fold": "vfold_cv createFolds createMultiFolds", "group k-fold": "group_vfold_cv groupKFold",
                "cross-validation": "cv.glmnet cv.glm xgb.cv lgb.cv cv.lm train.kknn",
                "bootstrap resampling": "createResample bootstraps group_bootstraps",
                "walk-forward": (
                    "rolling_origin sliding_window sliding_period sliding_index tsCV stretch_tsibble "
                    "createTimeSlices"
                ),
                "leave-one-out": "loo_cv", "nested cross-validation": "nested_cv", "monte carlo split": "mc_cv",
                "search with cross-validation": "tune_grid tune_bayes tune_race_anova",
            },
            "mlr3|mlr3verse|mlr": {
                "k-fold": "rsmp", "holdout": "partition", "cross-validation": "makeResampleDesc resample",
            },
            "loo|brms|rstanarm": {"leave-one-out": "loo kfold"},
            "boot": {"cross-validation": "cv.glm"},
        },
        "julia": {
            "MLJ|MLJBase|MLBase|MLUtils|MLDataUtils|DecisionTree|ScikitLearn": {
                "holdout": "Holdout partition splitobs stratifiedobs",
                "k-fold": "CV Kfold kfolds nfoldCV_forest nfoldCV_tree",
                "stratified k-fold": "StratifiedCV StratifiedKfold", "time-series split": "TimeSeriesCV",
                "leave-one-out": "LOOCV leavepout", "cross-validation": "cross_validate cross_val_score",
                "search with cross-validation": "TunedModel GridSearchCV",
            },
        },
        "java": {
            "org.apache.spark.ml.tuning|org.apache.spark": {
                "cross-validation": "CrossValidator", "holdout": "TrainValidationSplit randomSplit",
            },
            "smile": {
                "k-fold": (
                    "CrossValidation CrossValidation.of CrossValidation.classification CrossValidation.regression"
                ),
                "leave-one-out": "LOOCV", "bootstrap resampling": "Bootstrap Bootstrap.of",
            },
            "weka": {"cross-validation": "crossValidateModel", "k-fold": "trainCV testCV"},
            "org.tribuo": {"k-fold": "CrossValidation", "holdout": "TrainTestSplitter"},
            "org.deeplearning4j|org.nd4j": {"holdout": "splitTestAndTrain", "k-fold": "KFoldIterator"},
        },
        "rust": {
            "linfa": {
                "holdout": "split_with_ratio split_with_ratio_view", "k-fold": "fold iter_fold",
                "cross-validation": "cross_validate cross_validate_single cross_validate_multi",
            },
            "smartcore": {
                "holdout": "train_test_split", "k-fold": "KFold",
                "cross-validation": "cross_validate cross_val_predict", "search with cross-validation": "GridSearchCV",
            },
        },
        "javascript": {
            "ml-cross-validation|ml": {
                "k-fold": "kFold", "leave-one-out": "leaveOneOut", "leave-p-out": "leavePOut",
                "holdout": "trainTestSplit",
            },
            "brain.js": {"cross-validation": "CrossValidate"},
            "scikitjs|@tensorflow/tfjs|@tensorflow/tfjs-node": {"holdout": "trainTestSplit", "k-fold": "KFold"},
        },
        "c": {
            "mlpack": {
                "k-fold": "KFoldCV", "holdout": "data.Split SimpleCV",
                "search with cross-validation": "HyperParameterTuner",
            },
            "dlib": {
                "cross-validation": (
                    "cross_validate_trainer cross_validate_regression_trainer cross_validate_multiclass_trainer"
                ),
            },
            "opencv2": {"holdout": "setTrainTestSplitRatio setTrainTestSplit"},
        },
        "go": {
            "github.com/sjwhitworth/golearn": {
                "holdout": "base.InstancesTrainTestSplit",
                "cross-validation": "evaluation.GenerateCrossFoldValidationConfusionMatrices",
            },
        },
    }
)  # fmt: skip
