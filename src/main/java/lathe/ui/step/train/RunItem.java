package lathe.ui.step.train;

import lathe.pipeline.RunFolder;
import lathe.pipeline.RunState;

/** A run in the list of runs. */
record RunItem(RunFolder run, RunState state) {}
