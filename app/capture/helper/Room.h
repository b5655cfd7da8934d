#pragma once

#include "app/capture/HelperRequest.h"

namespace motcua::capture::helper {

class Link;

/// Before a driver or a file is touched: closes all that the helper inherited but what it was given, bounds its memory and its time, and shuts it
/// into the room of its task (app/confine/Rooms.h). Tells the counter what holds. Before the first thread.
void shutRoom(const HelperRequest& request, Link& link);

}
