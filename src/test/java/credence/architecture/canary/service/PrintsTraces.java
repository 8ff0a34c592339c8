package credence.architecture.canary.service;

public final class PrintsTraces {
    public void fail(Exception e) {
        e.printStackTrace();
    }
}
