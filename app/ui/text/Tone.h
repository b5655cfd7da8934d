#pragma once

namespace motcua::ui {

/// What something means; never a colour itself.
enum class Tone { Neutral, Accent, Info, Success, Warning, Danger };

}
