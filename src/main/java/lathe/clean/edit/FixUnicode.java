package lathe.clean.edit;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;

/**
 * Mends characters: mojibake, controls, the normal form, the width of letters and digits. Each may lay open another (a
 * control inside of mojibake), so they take turns until nothing changes.
 */
final class FixUnicode {
    private static final int ROUNDS = 64;

    private FixUnicode() {}

    static Edit of(EditRules.FixUnicode rule) {
        List<Edit> steps = new ArrayList<>();
        if (rule.mojibake()) {
            steps.add(new Mojibake());
        }
        if (rule.controls()) {
            steps.add(FixUnicode::controls);
        }
        Normalization form = Normalization.of(rule.normalize());
        if (form != null) {
            steps.add(form);
        }
        if (rule.width()) {
            steps.add(FixUnicode::width);
        }
        return new Chain(steps, ROUNDS);
    }

    private static void controls(String text, Changes changes) {
        for (int i = 0; i < text.length(); i++) {
            int from = i;
            while (i < text.length() && isControl(text, i)) {
                i++;
            }
            changes.delete(from, i);
        }
    }

    /**
     * Controls but tab, line ends and form feed; marks of byte order and of annotations; lone halves; non-characters.
     */
    private static boolean isControl(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x20) {
            return c != '\t' && c != '\n' && c != '\r' && c != '\f';
        }
        if (c < 0x7F) {
            return false;
        }
        if (Character.isSurrogate(c)) {
            return isLone(text, at);
        }
        return (c <= 0x9F && c != 0x85)
                || (c >= 0x206A && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || c >= 0xFFFE;
    }

    private static boolean isLone(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static void width(String text, Changes changes) {
        for (int i = 0; i < text.length(); i++) {
            int from = i;
            while (i < text.length() && isWide(text.charAt(i))) {
                i++;
            }
            if (i > from) {
                StringBuilder plain = new StringBuilder(i - from);
                text.substring(from, i).chars().forEach(c -> plain.append((char) (c - 0xFEE0)));
                changes.replace(from, i, plain.toString());
            }
        }
    }

    private static boolean isWide(char c) {
        return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }
}
