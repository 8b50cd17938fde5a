package lathe.clean.keyword;

import lathe.clean.rule.View;

/** One definition of how far a text uses listed words. Safe for several threads. */
@FunctionalInterface
interface KeywordMeasure {

    /**
     * What was measured.
     *
     * @param ratio from 0 to 1
     * @param hits matches, as the definition counts them
     */
    record Share(double ratio, int hits) {
        static final Share NONE = new Share(0, 0);

        /** For definitions that know only whether there is a hit. */
        static final Share ANY = new Share(1, 1);
    }

    Share of(View view);
}
