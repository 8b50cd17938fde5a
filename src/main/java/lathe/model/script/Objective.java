package lathe.model.script;

import lathe.program.TensorType;
import lathe.recipe.LossSettings;

/**
 * What training text minimises.
 *
 * @param loss what is added to the plain loss, and to the embeddings
 * @param compute type of the arithmetic
 */
record Objective(LossSettings loss, TensorType compute) {

    /** Whether the loss needs more than the probabilities in the type of the arithmetic. */
    boolean isWeighted() {
        return loss.labelSmoothingFactor() > 0 || loss.zLoss() > 0 || compute == TensorType.F16;
    }

    /** Whether embeddings get noise. */
    boolean isNoisy() {
        return loss.neftuneNoiseAlpha() > 0;
    }
}
