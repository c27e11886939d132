package org.recyclegan.recycle.train;

/** Triplets of domain A and of domain B. */
public record TripletSources(TripletSource a, TripletSource b) {}
