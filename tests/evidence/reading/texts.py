"""Articles as their authors have them: Markdown, in six languages, each with everything that is measured."""

from __future__ import annotations

ENGLISH = """\
We forecast returns for a shop with 41 000 orders a month, and *for half a year* the model was worse than last week's
figures. This is what I measured, and the code is [on GitHub](https://github.com/ada/returns).

## What the baseline says

A seasonal baseline repeats what happened 52 weeks ago. Its error is the mean of the absolute differences:

$$
\\frac{1}{n} \\sum_{t=1}^{n} |y_t - \\hat{y}_t|
$$

It's hard to beat by more than 23 %, and it costs nothing. Run `python baseline.py` to see it.

```python
def baseline(sales, season=52):
    if len(sales) < season:
        raise ValueError("not a season yet")
    return sales[-season]


print(baseline([3, 1, 4] * 20))
```

![Error by week](https://ada.example/img/error.png)

## What did not work

An LSTM lost 4.5 s a forecast and won nothing. The table has all of it:

| model | error | time |
| --- | --- | --- |
| baseline | 0.21 | 2 ms |
| LSTM | 0.22 | 4.5 s |

> Nobody was ever fired for using last week's number.

1. Begin with the season.
2. Then measure, and only then train.
"""

GERMAN = """\
Unser Suchindex wuchs im letzten Jahr auf 80 GB, und jede Anfrage dauerte über 900 ms. Hier steht, was geholfen hat und
was nicht; der Quelltext liegt [auf GitHub](https://github.com/ada/index).

## Messen, bevor man ändert

Die mittlere Wartezeit folgt aus Ankunftsrate und Bedienzeit, und sie wächst kurz vor der Grenze sehr schnell:

$$
W = \\frac{\\rho}{\\mu (1 - \\rho)}
$$

Mit `perf record` war die Ursache nach 20 Minuten gefunden. Größer als der Zwischenspeicher darf ein Abschnitt nicht sein.

```sql
select abschnitt, count(*) as anfragen
from zugriffe
where dauer_ms > 900
group by abschnitt
order by anfragen desc
limit 10;
```

![Verteilung der Wartezeit](https://ada.example/img/wartezeit.png)

## Was nicht funktioniert hat

Mehr Speicher brachte nur 3 %, denn die Zugriffe blieben zufällig.

| Maßnahme | vorher | nachher |
| --- | --- | --- |
| mehr Speicher | 900 ms | 873 ms |
| kleinere Abschnitte | 900 ms | 120 ms |

> Wer nicht misst, der rät.
"""

FRENCH = """\
Pendant six mois, notre modèle de détection de fraude a été moins bon qu'une règle de trois lignes. Voici ce que j'ai
mesuré, et pourquoi l'équipe a gardé la règle. Le dépôt est [ici](https://github.com/ada/fraude).

## La règle

Elle refuse un paiement quand le score dépasse un seuil, et la précision se calcule ainsi :

$$
P = \\frac{VP}{VP + FP}
$$

Avec `seuil = 0.8`, elle arrête 91 % des fraudes et coûte 12 € par mois.

```python
SEUIL = 0.8


def refuse(paiement):
    score = paiement.montant / paiement.moyenne
    return score > SEUIL and paiement.pays != "FR"
```

![Précision selon le seuil](https://ada.example/img/precision.png)

## Ce qui n'a pas marché

Le réseau de neurones a demandé 40 heures de calcul et n'a rien gagné.

| méthode | précision | coût |
| --- | --- | --- |
| règle | 91 % | 12 € |
| réseau | 90 % | 400 € |

> Une règle que tout le monde comprend vaut mieux qu'un modèle que personne n'explique.
"""

SPANISH = """\
Durante medio año reentrenamos un modelo cada noche sin preguntarnos si hacía falta. En este artículo cuento qué medimos,
cuánto costó y por qué ahora lo hacemos una vez al mes. El código está [en GitHub](https://github.com/ada/deriva).

## Medir la deriva

Comparamos la distribución de hoy con la del entrenamiento mediante la divergencia de Kullback y Leibler:

$$
D(p \\| q) = \\sum_x p(x) \\log \\frac{p(x)}{q(x)}
$$

Con un umbral de `0.1` saltó solo 4 veces, y cada noche sin entrenar ahorra 18 €.

```python
import numpy as np


def deriva(p, q):
    p, q = np.asarray(p), np.asarray(q)
    return float(np.sum(p * np.log(p / q)))
```

![Deriva por semana](https://ada.example/img/deriva.png)

## Lo que no funcionó

Entrenar más a menudo empeoró el error un 2 %, porque los datos nuevos eran pocos.

| frecuencia | error | coste |
| --- | --- | --- |
| cada noche | 0.31 | 540 € |
| cada mes | 0.30 | 18 € |

> Lo que no se mide, no se mejora.
"""

CHINESE = """\
我们用了半年时间预测一家商店每周的销量，结果模型一直不如上一年的数字。这篇文章记录我测量了什么，为什么最后保留了最简单的
方法。代码在 [GitHub](https://github.com/ada/sales) 上。

## 基线

季节性基线直接重复五十二周之前的数字，它的误差是绝对差的平均值：

$$
\\frac{1}{n} \\sum_{t=1}^{n} |y_t - \\hat{y}_t|
$$

运行 `python baseline.py` 就能看到结果，每次预测只需要 2 ms。

```python
def baseline(sales, season=52):
    if len(sales) < season:
        raise ValueError("数据不够")
    return sales[-season]


print(baseline([3, 1, 4] * 20))
```

![每周误差](https://ada.example/img/error-zh.png)

## 没有成功的尝试

神经网络训练了很久，误差却没有下降，每次预测还要多花 4.5 s。

| 模型 | 误差 | 时间 |
| --- | --- | --- |
| 基线 | 0.21 | 2 ms |
| 神经网络 | 0.22 | 4.5 s |

> 先测量，再训练。
"""

JAPANESE = """\
検索の索引が一年で八十ギガバイトになり、問い合わせに九百ミリ秒かかるようになりました。この記事では、何を測り、何が役に立たな
かったのかを書きます。コードは [GitHub](https://github.com/ada/index) にあります。

## まず測る

平均の待ち時間は到着率と処理時間から求められ、限界の近くで急に長くなります。

$$
W = \\frac{\\rho}{\\mu (1 - \\rho)}
$$

`perf record` を使うと、原因は 20 min で見つかりました。

```sql
select section, count(*) as requests
from hits
where duration_ms > 900
group by section
order by requests desc;
```

![待ち時間の分布](https://ada.example/img/wait.png)

## うまくいかなかったこと

メモリを増やしても、速くなったのは 3 % だけでした。

| 対策 | 前 | 後 |
| --- | --- | --- |
| メモリを増やす | 900 ms | 873 ms |
| 区分を小さくする | 900 ms | 120 ms |

> 測らない人は、当てずっぽうに頼る。
"""

TEXTS = {
    "en": ("Why last week is hard to beat", ENGLISH + "\n"),
    "de": ("Ein Suchindex, der zu groß war", GERMAN + "\n"),
    "fr": ("Trois lignes contre un réseau", FRENCH + "\n"),
    "es": ("Entrenar menos y medir más", SPANISH + "\n"),
    "zh": ("为什么上一年的数字很难超越", CHINESE + "\n"),
    "ja": ("大きくなりすぎた索引", JAPANESE + "\n"),
}
"""Title and text, by language; a text may stand several times in a row."""
