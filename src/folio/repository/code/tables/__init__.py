"""Names of libraries in other languages than Python, one file for each check: to know another one, add a row.

A table is family -> packages -> fact -> names. The families are those of `languages.lexical`: c (C and C++), go, java
(Java, Scala and Kotlin), javascript (and TypeScript), julia, r, rust. A name counts where it is called and its package
is loaded; packages are parted by bars, and names that say enough by themselves stand under "". `Pool.fixed` is a name
behind another one, `@Get` an annotation, and `=rmse` a name that is handed over without a call.
"""
