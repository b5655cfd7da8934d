#include "sync/gateway/publish/TrainingUnit.h"

namespace motcua::gateway {

namespace {

domain::UnitSettings settingsOf(const QString& code) {
    domain::UnitSettings settings;
    settings.unit = domain::UnitCode::fromString(code);
    settings.name = QStringLiteral("Trung tâm Phục vụ hành chính công phường Bãi Cháy");
    settings.parentName = QStringLiteral("ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY");
    settings.place = QStringLiteral("Bãi Cháy");
    settings.address = QStringLiteral("Phường Bãi Cháy, thành phố Quảng Ninh");
    settings.phone = QStringLiteral("02030000000");
    settings.signedActs = true;
    // Certified copies first, then the other certifications and the commonest civil-status procedures.
    settings.favourites = {QStringLiteral("2.000815"), QStringLiteral("2.000884"), QStringLiteral("2.000913"), QStringLiteral("1.001193"),
        QStringLiteral("1.000894"), QStringLiteral("1.000656"), QStringLiteral("1.004873"), QStringLiteral("2.000635")};
    return settings;
}

}

TrainingUnit trainingUnit(const QString& code, const QDateTime& now) {
    const auto account = [&](const char* login, const QString& name, const QString& title, domain::Role role) {
        domain::Account person;
        person.id = domain::UserId::make(now.toMSecsSinceEpoch());
        person.login = QLatin1String(login);
        person.name = name;
        person.title = title;
        person.unit = domain::UnitCode::fromString(code);
        person.roles = static_cast<int>(role);
        if (role == domain::Role::Supervisor)
            person.authority = QStringLiteral("KT. CHỦ TỊCH");
        return person;
    };
    using domain::Role;
    return {settingsOf(code),
        {account("lan.nt", QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Công chức"), Role::Clerk),
            account("huong.vt", QStringLiteral("Vũ Thu Hương"), QStringLiteral("Công chức"), Role::Clerk),
            account("minh.tv", QStringLiteral("Trần Văn Minh"), QStringLiteral("PHÓ CHỦ TỊCH"), Role::Supervisor),
            account("duc.pv", QStringLiteral("Phạm Văn Đức"), QStringLiteral("Kỹ thuật viên"), Role::Technician)},
        {QStringLiteral("Quầy 1"), QStringLiteral("Quầy 2"), QStringLiteral("Quầy 3"), QStringLiteral("Bàn lãnh đạo")}};
}

}
