/** What images of containers are built from. */
export const CONTAINER_TYPES = {
  'Repository::ImageFile': {
    is: 'a file that an image is built from',
    address: 'app/Dockerfile',
    properties: {
      path: 'where the file lies',
      isForDevelopment: {
        is: 'whether its name or folder says that it is for development or tests alone',
        otherwise: false,
      },
      stages: 'how many stages it has',
      bases: 'the images that its stages begin with, those of its own stages and `scratch` left out',
      'bases[].image': 'the image as it is written, arguments put in: `node:24-alpine`',
      'bases[].tag': 'its tag',
      'bases[].digest': 'its digest, which can never mean anything else',
      'bases[].isLast': { is: 'whether the image itself begins with it', otherwise: false },
      runs: 'files of code that run in it, where a pipeline pushes it',
      user: 'the user that the image runs as; nothing where the base decides',
      healthCheck: 'the command by which it says that it is well',
      copies: 'files whose names say that they may hold secrets, and that the image takes along',
      'copies[].path': 'where such a file lies',
      'copies[].isIn': 'whether it is taken along, from whichever folder the image is built',
      secrets: 'variables of the last stage under the name of a secret',
      'secrets[].name': 'the name of the variable',
      'secrets[].how': '`argument` (given to the build) or `environment` (with a value in the file)',
    },
  },
} as const;
