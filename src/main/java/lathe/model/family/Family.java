package lathe.model.family;

import lathe.model.arch.Architecture;
import lathe.model.keys.Keys;
import lathe.run.Failure;

/** A family of models: how its config.json tells what a model is made of. */
interface Family {
    /** The {@code model_type} that names it. */
    String type();

    /** What a model is made of. */
    Architecture architecture(Keys keys) throws Failure;
}
