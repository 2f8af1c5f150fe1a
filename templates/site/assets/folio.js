// The choice of light or dark, and addresses of folders when the site is read from a disk instead of a server.
(function () {
  var root = document.documentElement;
  var button = document.querySelector("[data-scheme-toggle]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      try { localStorage.setItem("folio-scheme", root.dataset.scheme); } catch (error) { /* private window */ }
    });
  }
  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach(function (link) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) { link.pathname += "index.html"; }
    });
  }
})();
