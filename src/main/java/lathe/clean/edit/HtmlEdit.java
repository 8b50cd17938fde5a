package lathe.clean.edit;

import java.util.Set;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.text.Unicode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Takes tags out of a text. Where a block begins or ends there is a line's end, between paragraphs and headings a blank
 * line, between cells a tab; script and style go whole; entities become characters.
 *
 * @param detect only where a text has tags of HTML
 */
record HtmlEdit(boolean detect) implements Edit {
    private static final Set<String> APART = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "table",
            "pre",
            "blockquote",
            "hr",
            "section",
            "article");
    private static final Set<String> BREAKS = Set.of("br", "td", "th");
    private static final int LONGEST_ENTITY = 34;

    @Override
    public void edit(String text, Changes changes) {
        if (text.indexOf('<') < 0 ? !detect && text.indexOf('&') >= 0 : !detect || HtmlTags.isHtml(text)) {
            new Pass(text, changes).run();
        }
    }

    /** What stands between two pieces of text, the stronger replacing the weaker. */
    private enum Gap {
        NOTHING(""),
        TAB("\t"),
        LINE("\n"),
        PARAGRAPH("\n\n");

        private final String with;

        Gap(String with) {
            this.with = with;
        }
    }

    /** One text. Tags that follow one another, and white space between blocks, are one change. */
    private static final class Pass {
        private final String text;
        private final Changes changes;
        private final HtmlTags tags;
        /** Where the stretch of tags begins that is not yet a change; -1 for none. */
        private int from = -1;

        private int to;
        private Gap gap = Gap.NOTHING;
        private int breaks;
        private boolean any;
        private int verbatim;

        Pass(String text, Changes changes) {
            this.text = text;
            this.changes = changes;
            tags = new HtmlTags(text);
        }

        void run() {
            int at = 0;
            for (int i = text.indexOf('<'); i >= 0; ) {
                HtmlTags.Found found = tags.at(i);
                if (found == null) {
                    i = text.indexOf('<', i + 1);
                    continue;
                }
                text(at, i);
                tag(found, i);
                at = found.to();
                i = text.indexOf('<', at);
            }
            text(at, text.length());
            if (from >= 0) {
                changes.delete(from, to);
            }
        }

        private void tag(HtmlTags.Found found, int at) {
            from = from < 0 ? at : from;
            to = found.to();
            String name = found.name();
            if (name.equals("br")) {
                breaks++;
                stronger(Gap.LINE);
            } else if (name.equals("td") || name.equals("th")) {
                stronger(Gap.TAB);
            } else if (APART.contains(name)) {
                stronger(Gap.PARAGRAPH);
            } else if (!name.isEmpty() && Tag.valueOf(name).isBlock()) {
                stronger(Gap.LINE);
            }
            if (name.equals("pre")) {
                verbatim = Math.max(0, verbatim + (found.closing() ? -1 : 1));
            }
        }

        private void stronger(Gap other) {
            gap = other.compareTo(gap) > 0 ? other : gap;
        }

        private void text(int start, int end) {
            if (start == end) {
                return;
            }
            boolean apart = from >= 0 && gap != Gap.NOTHING;
            int first = start;
            while (first < end
                    && apart
                    && Unicode.isWhiteSpace(text.charAt(first))
                    && (verbatim == 0 || text.charAt(first) == '\n')) {
                first++;
            }
            if (apart && first == end) {
                to = end;
                return;
            }
            int last = beforeBlock(first, end);
            if (first == last) {
                // white space in front of a block
                from = from < 0 ? start : from;
                to = end;
                return;
            }
            flush(first);
            entities(first, last);
            if (last < end) {
                from = last;
                to = end;
            }
        }

        /** Where text ends if a block follows it: its last white space is the block's. */
        private int beforeBlock(int first, int end) {
            int last = end;
            if (end < text.length() && isBlockAt(end)) {
                while (last > first && Unicode.isWhiteSpace(text.charAt(last - 1))) {
                    last--;
                }
            }
            return last;
        }

        private boolean isBlockAt(int at) {
            HtmlTags.Found found = tags.at(at);
            return found != null
                    && !found.name().isEmpty()
                    && (Tag.valueOf(found.name()).isBlock() || BREAKS.contains(found.name()));
        }

        private void flush(int first) {
            if (from >= 0) {
                String with = !any ? "" : gap == Gap.LINE && breaks > 1 ? "\n\n" : gap.with;
                Spans.put(text, from, first, with, changes);
            }
            from = -1;
            gap = Gap.NOTHING;
            breaks = 0;
            any = true;
        }

        private void entities(int start, int end) {
            for (int i = text.indexOf('&', start); i >= 0 && i < end; i = text.indexOf('&', i + 1)) {
                int semicolon = i + 1;
                int last = Math.min(end, i + LONGEST_ENTITY);
                while (semicolon < last
                        && (Characters.isAsciiAlnum(text.charAt(semicolon)) || text.charAt(semicolon) == '#')) {
                    semicolon++;
                }
                if (semicolon < last && text.charAt(semicolon) == ';') {
                    String source = text.substring(i, semicolon + 1);
                    String with = Parser.unescapeEntities(source, false);
                    if (!with.equals(source) && !with.endsWith(";")) {
                        changes.replace(i, semicolon + 1, with.equals("\u00A0") ? " " : with);
                    }
                }
            }
        }
    }
}
