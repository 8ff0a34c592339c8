package credence.architecture.canary.lab;

import java.util.Random;

public final class ShufflesWithoutSeed {
    Random random;
}
