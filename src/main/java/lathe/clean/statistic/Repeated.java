package lathe.clean.statistic;

import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import lathe.clean.rule.View;

/**
 * Parts of a text that were there before.
 *
 * @param parts how many
 * @param characters their code points
 */
record Repeated(int parts, int characters) {
    /** Of the lines of a view, found once. */
    static final Function<View, Repeated> LINES = view -> lines(view.shared(LineTable.OF));

    static Repeated of(int size, IntToLongFunction hash, IntUnaryOperator length) {
        GramTable table = GramTable.empty(size);
        int parts = 0;
        int characters = 0;
        for (int i = 0; i < size; i++) {
            if (table.add(hash.applyAsLong(i)) > 0) {
                parts++;
                characters += length.applyAsInt(i);
            }
        }
        return new Repeated(parts, characters);
    }

    private static Repeated lines(LineTable lines) {
        return of(lines.size(), lines::hash, lines::length);
    }
}
