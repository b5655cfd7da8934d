#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/PlacePage.h"

#include <functional>
#include <vector>

namespace motcua::ui {

/// A place the rail can show. `title` is the English source, translated in the context "motcua::ui".
struct Place {
    QString id; ///< "intake", "certification", "approval", "handover", "dossiers", "books", "sync", "system"
    const char* title = "";
    QString icon;
    int roles = 0; ///< an or of domain::Role numbers that see it
    std::function<PlacePage*(counter::Counter& counter, QWidget* parent)> make;

    QString name() const;
    bool isFor(const domain::Account& account) const { return account.active && (account.roles & roles) != 0; }
};

using Places = std::vector<Place>;

inline constexpr int forClerks = static_cast<int>(domain::Role::Clerk);
inline constexpr int forSupervisors = static_cast<int>(domain::Role::Supervisor);
inline constexpr int forTechnicians = static_cast<int>(domain::Role::Technician);
inline constexpr int forAll = forClerks | forSupervisors | forTechnicians;

}
