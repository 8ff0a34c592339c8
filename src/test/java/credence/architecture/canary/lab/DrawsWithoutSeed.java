package credence.architecture.canary.lab;

public final class DrawsWithoutSeed {
    public double draw() {
        return Math.random();
    }
}
