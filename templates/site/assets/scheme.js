// Before the first paint: the reader's own choice of light or dark, and that scripts run.
(function (root) {
  root.classList.replace("no-js", "js");
  try { root.dataset.scheme = localStorage.getItem("folio-scheme") || ""; } catch (error) { /* private window */ }
})(document.documentElement);
