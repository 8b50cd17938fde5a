package lathe.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A verb that computes on tensors: it does so in a child process, whose natives fit the device. */
abstract class TensorVerb implements Callable<Integer> {
    @Mixin
    final CommonOptions common = new CommonOptions();

    @Mixin
    final DeviceOption device = new DeviceOption();

    @Spec
    private CommandSpec spec;

    /** The work, in the child. */
    abstract void compute(VerbContext context) throws Failure, IOException, RunCancelledException;

    @Override
    public final Integer call() throws Failure, IOException, RunCancelledException {
        if (ChildProcess.isOne()) {
            try (VerbContext context = new VerbContext(common.reporter())) {
                compute(context);
            }
        } else {
            List<String> same = spec.root().commandLine().getParseResult().originalArgs();
            ChildProcess.run(device.chosen(), same);
        }
        return 0;
    }
}
