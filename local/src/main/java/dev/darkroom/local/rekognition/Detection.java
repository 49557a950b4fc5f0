package dev.darkroom.local.rekognition;

/**
 * One object found in a picture.
 *
 * @param name the class's name in the COCO data set, as {@code cat}
 * @param score how sure the model is, 0–1
 */
record Detection(String name, double score, Box box) {}
