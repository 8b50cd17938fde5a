package lathe.clean.edit;

import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Punctuation as cc_net makes it ASCII and data-juicer and datatrove with it: 34 characters, one by one, among them the
 * full-width digit １, which becomes a quotation mark.
 */
final class CcNetPunctuation implements Edit {
    private static final String FROM = "，。、„”“«»１」「《》´∶：？！（）；–—．～’…━〈〉【】％►";
    private static final String[] TO = {
        ",", ".", ",", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "\"", "'", ":", ":", "?", "!", "(", ")",
        ";", "-", " - ", ". ", "~", "'", "...", "-", "<", ">", "[", "]", "%", "-"
    };

    @Override
    public void edit(String text, Changes changes) {
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) < 0x80 ? -1 : FROM.indexOf(text.charAt(i));
            if (at >= 0) {
                changes.replace(i, i + 1, TO[at]);
            }
        }
    }
}
