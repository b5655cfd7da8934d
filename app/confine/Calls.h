#pragma once

namespace motcua::confine {

/// The kernel's functions that a reader of foreign files needs are left to this process, all of its threads, for good. False: nothing is held.
bool restrictCallsToReading();

/// All but those that start programs, reach into other processes or change the machine are left to it.
bool restrictCallsOfDrivers();

}
