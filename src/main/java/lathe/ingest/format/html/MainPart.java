package lathe.ingest.format.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the part of a page that is its own, by what the page says: {@code main}, or its only {@code article}. */
final class MainPart {
    private MainPart() {}

    /** The main part, or the body without what its elements call navigation, banner and imprint. */
    static Element of(Document page) {
        Element main = only(page.select("main, [role=main]"));
        if (main != null && main.hasText()) {
            return main;
        }
        Element article = only(page.select("article"));
        if (article != null && 2 * article.text().length() > page.body().text().length()) {
            return article;
        }
        page.select("body > header, body > footer, body > aside, [role=banner], [role=contentinfo]")
                .remove();
        return page.body();
    }

    private static @Nullable Element only(Elements found) {
        return found.size() == 1 ? found.get(0) : null;
    }
}
