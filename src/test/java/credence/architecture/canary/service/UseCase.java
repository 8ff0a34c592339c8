package credence.architecture.canary.service;

public final class UseCase {}
