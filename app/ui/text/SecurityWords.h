#pragma once

#include "app/domain/security/SecurityEvent.h"
#include "app/ui/text/Tone.h"

#include <QString>

/// The security log in words, in the language of the moment.
namespace motcua::ui::words {

QString securityKind(domain::SecurityKind kind);
/// Warning and Danger: what somebody should ask about.
Tone toneOf(domain::SecurityKind kind);
/// Who did it; "–" where nobody is known.
QString securityActor(const domain::SecurityEvent& event);
/// Whom or what it was about, and how often; may be empty.
QString securityAbout(const domain::SecurityEvent& event);
/// "14:05:12 22/11/2026"; Viet Nam time.
QString securityMoment(const domain::SecurityEvent& event);
/// Moment, kind, actor and what it was about, by tabs.
QString securityLine(const domain::SecurityEvent& event);

}
