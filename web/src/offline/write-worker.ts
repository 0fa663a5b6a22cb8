import { keepDoor } from './keep-door.ts'

keepDoor(self, self.__WB_MANIFEST, 'newest')
