"""SQL models on webshop returns, and the small runner that builds them."""
