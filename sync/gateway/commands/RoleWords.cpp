#include "sync/gateway/commands/RoleWords.h"

#include "app/domain/Settings.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

struct RoleWord {
    domain::Role role;
    const char* word;
};

constexpr RoleWord table[] = {
    {domain::Role::Clerk, "clerk"},
    {domain::Role::Supervisor, "supervisor"},
    {domain::Role::Technician, "technician"},
};

}

QStringList roleWords(int roles) {
    QStringList words;
    for (const auto& [role, word] : table)
        if ((roles & static_cast<int>(role)) != 0)
            words << QLatin1String(word);
    return words;
}

int rolesIn(const QString& text) {
    int roles = 0;
    for (const QString& word : text.split(QLatin1Char(','))) {
        const auto found = std::find_if(std::begin(table), std::end(table), [&](const RoleWord& each) { return word == QLatin1String(each.word); });
        if (found == std::end(table))
            return 0;
        roles |= static_cast<int>(found->role);
    }
    return roles;
}

}
