package lathe.program;

import ai.djl.Device;

/**
 * Something that computes.
 *
 * @param name as {@code --device} takes it: {@code cpu}, {@code cuda:0}
 * @param description for people
 * @param memoryBytes all of its memory; 0 where it cannot be told
 */
public record ComputeDevice(String name, String description, long memoryBytes) {

    public boolean isCuda() {
        return name.startsWith("cuda");
    }

    /** DJL's name for it. */
    public Device toDjl() {
        return isCuda() ? Device.gpu(Integer.parseInt(name.substring("cuda:".length()))) : Device.cpu();
    }
}
