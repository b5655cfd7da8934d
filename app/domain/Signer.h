#pragma once

#include "app/base/Json.h"
#include "app/domain/Ids.h"

namespace motcua::domain {

/// Who signs, as printed: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", full name. Configurable for each unit (certification.md §1).
struct Signer {
    UserId user;
    QString name;
    QString title;
    QString authority; ///< "TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH" or empty
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("user", self.user);
        field("name", self.name);
        field("title", self.title);
        field("authority", self.authority);
    }
};

}
