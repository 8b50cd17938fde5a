/** The files of models: safetensors, config.json, and a folder with all of them. */
@NullMarked
package lathe.model.file;

import org.jspecify.annotations.NullMarked;
