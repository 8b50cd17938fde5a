package lathe.model.arch;

import java.util.List;
import java.util.Map;

/** What stretches rotary angles to texts longer than those that a model first learnt from. */
public sealed interface RopeScaling {

    /** The module of program text that gives the frequencies. */
    String module();

    /** The constants that the module needs beside base and width. */
    Map<String, Object> numbers();

    /** Factor on cosines and sines. */
    default double factorOnTurns() {
        return 1;
    }

    /** None. */
    record None() implements RopeScaling {
        @Override
        public String module() {
            return "frequency_default";
        }

        @Override
        public Map<String, Object> numbers() {
            return Map.of();
        }
    }

    /** Positions divided by a factor (Chen et al. 2023). */
    record Linear(double factor) implements RopeScaling {
        @Override
        public String module() {
            return "frequency_linear";
        }

        @Override
        public Map<String, Object> numbers() {
            return Map.of("FACTOR", factor);
        }
    }

    /**
     * A base that grows with the text once it is longer than the model's own (NTK-aware scaling, as transformers).
     *
     * @param longest text in tokens up to which nothing changes
     */
    record Dynamic(double factor, int longest) implements RopeScaling {
        @Override
        public String module() {
            return "frequency_dynamic";
        }

        @Override
        public Map<String, Object> numbers() {
            return Map.of("FACTOR", factor, "ORIGINAL", longest);
        }
    }

    /**
     * YaRN (Peng et al. 2023): fast pairs stay, slow ones are divided by the factor, those between in part.
     *
     * @param first pair that is divided in part
     * @param last pair after which all are divided whole
     */
    record Yarn(double factor, double first, double last, double factorOnTurns) implements RopeScaling {
        @Override
        public String module() {
            return "frequency_yarn";
        }

        @Override
        public Map<String, Object> numbers() {
            // as in the peer, equal ends are moved apart so that nothing is divided by zero
            double width = first == last ? 0.001 : last - first;
            return Map.of("FACTOR", factor, "RAMP_FIRST", first, "RAMP_WIDTH", width);
        }
    }

    /**
     * Llama 3.1's bands of wave lengths: short waves stay, long ones are divided, those between in part.
     *
     * @param original tokens of the longest text before the stretch
     */
    record Llama3(double factor, double low, double high, double original) implements RopeScaling {
        @Override
        public String module() {
            return "frequency_llama";
        }

        @Override
        public Map<String, Object> numbers() {
            return Map.of(
                    "FACTOR",
                    factor,
                    "LOW_FACTOR",
                    low,
                    "ORIGINAL",
                    original,
                    "BAND_WIDTH",
                    high - low,
                    "LONG_WAVE",
                    original / low,
                    "SHORT_WAVE",
                    original / high);
        }
    }

    /**
     * LongRoPE (Ding et al. 2024): a divisor for each pair, one list for short texts and one for long.
     *
     * @param original tokens of the longest text that is short
     */
    record LongRope(List<Double> shortFactors, List<Double> longFactors, int original, double factorOnTurns)
            implements RopeScaling {
        /** Copies the lists. */
        public LongRope {
            shortFactors = List.copyOf(shortFactors);
            longFactors = List.copyOf(longFactors);
        }

        @Override
        public String module() {
            return "frequency_long";
        }

        @Override
        public Map<String, Object> numbers() {
            return Map.of("SHORT_FACTORS", shortFactors, "LONG_FACTORS", longFactors, "ORIGINAL", original);
        }
    }
}
