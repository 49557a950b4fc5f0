/** More uploads at once than Rekognition's quota lets through. */
package dev.darkroom.bench.throttled;
